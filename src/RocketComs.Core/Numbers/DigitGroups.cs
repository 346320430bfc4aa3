using System;
using System.Collections.Generic;

namespace RocketComs.Core.Numbers;

/// <summary>
/// The groups of digits of a number as it is written, with what stands between them. They tell whether dropping the separators can make
/// another number of it: "+44 (0)20 7946 0958" is dialled without the 0, "555-0101 / 555-0102" are two, "2025550101.0" came out of a table
/// of decimals.
/// </summary>
internal sealed class DigitGroups
{
    // A group as long as this is a whole local number, so what follows it is no part of it.
    private const int LocalNumber = 7;

    // "0171/1234567" and "202/555-0101": what stands before a slash is an area code, what stands behind it the longer part.
    private const int LongestAreaCode = 5;
    private const int LongestCountryCode = 3;
    private const int ShortestEnd = 3;

    private readonly string _number;
    private readonly List<(int Start, int Length)> _groups = [];
    private bool _isGroupOpen;

    // Counts of the digits before a place; -1 when there is no such place.
    private int _bracketStart = -1;
    private int _lastBracketEnd = -1;
    private int _firstSlash = -1;
    private int _lastSlash = -1;

    private char _firstInBracket;
    private bool _isBracketDoubtful;

    /// <summary>Initializes the groups of a number; what stands in it is added from its first character to its last.</summary>
    public DigitGroups(string number) => _number = number;

    /// <summary>Gets the number of digits.</summary>
    public int DigitCount { get; private set; }

    /// <summary>Gets or sets whether a plus sign stands before the digits.</summary>
    public bool HasPlus { get; set; }

    /// <summary>Adds the digit at an index.</summary>
    public void AddDigit(int index)
    {
        if (_isGroupOpen)
        {
            (int start, int length) = _groups[_groups.Count - 1];
            _groups[_groups.Count - 1] = (start, length + 1);
        }
        else
        {
            _groups.Add((index, 1));
            _isGroupOpen = true;
        }

        _firstInBracket = DigitCount == _bracketStart ? _number[index] : _firstInBracket;
        DigitCount++;
    }

    /// <summary>Adds a separator.</summary>
    public void AddSeparator(bool isSlash)
    {
        _isGroupOpen = false;
        if (isSlash)
        {
            _firstSlash = _firstSlash < 0 ? DigitCount : _firstSlash;
            _lastSlash = DigitCount;
        }
    }

    /// <summary>Opens a bracket.</summary>
    /// <returns>Whether it can be opened here.</returns>
    public bool OpenBracket()
    {
        bool canOpen = _bracketStart < 0;
        _isGroupOpen = false;
        _bracketStart = DigitCount;
        return canOpen;
    }

    /// <summary>Closes a bracket.</summary>
    /// <returns>Whether one is open that holds a digit.</returns>
    public bool CloseBracket()
    {
        bool canClose = _bracketStart >= 0 && DigitCount > _bracketStart;
        if (canClose)
        {
            // A digit alone, or a 0 before an area code that follows a country code, is dialled from within the country only.
            bool isCountryCode = _bracketStart == 0 && HasPlus;
            bool isDigitAlone = DigitCount == _bracketStart + 1;
            _isBracketDoubtful |= (isDigitAlone && !isCountryCode) || (_firstInBracket == '0' && (_bracketStart > 0 || HasPlus));
        }

        _isGroupOpen = false;
        _bracketStart = -1;
        _lastBracketEnd = DigitCount;
        return canClose;
    }

    /// <summary>Whether the groups can only be one number.</summary>
    public bool AreOneNumber() =>
        _bracketStart < 0
        && !_isBracketDoubtful
        && _lastBracketEnd < DigitCount
        && _groups.FindIndex(static group => group.Length >= LocalNumber) is int whole && (whole < 0 || whole == _groups.Count - 1)
        && AreSlashesSound()
        && !IsPair();

    private bool AreSlashesSound() =>
        _firstSlash < 0
        || (_firstSlash > 0
            && _firstSlash <= LongestAreaCode + (HasPlus ? LongestCountryCode : 0)
            && DigitCount - _firstSlash > _firstSlash
            && DigitCount - _lastSlash >= ShortestEnd);

    // "555-0101 555-0102": two halves of one shape, parted by something else than their groups are, or beginning alike.
    private bool IsPair()
    {
        int half = _groups.Count / 2;
        if (_groups.Count % 2 != 0 || half < 2)
        {
            return false;
        }

        bool isPartedAlike = false;
        for (int i = 0; i < half; i++)
        {
            if (_groups[i].Length != _groups[half + i].Length || (i > 0 && !Before(i).SequenceEqual(Before(half + i))))
            {
                return false;
            }

            isPartedAlike |= i > 0 && Before(i).SequenceEqual(Before(half));
        }

        return !isPartedAlike || Digits(0).SequenceEqual(Digits(half));
    }

    private ReadOnlySpan<char> Digits(int group) => _number.AsSpan(_groups[group].Start, _groups[group].Length);

    // What parts a group from the one before it.
    private ReadOnlySpan<char> Before(int group)
    {
        int end = _groups[group - 1].Start + _groups[group - 1].Length;
        return _number.AsSpan(end, _groups[group].Start - end);
    }
}
