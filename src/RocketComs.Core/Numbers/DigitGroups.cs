using System;
using System.Collections.Generic;
using System.Linq;

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

    private readonly List<string> _groups = [];
    private readonly List<string> _between = [string.Empty];
    private readonly List<int> _slashes = [];
    private int _bracketStart = -1;
    private string _bracket = string.Empty;
    private bool _isBracketDoubtful;
    private int _lastBracketEnd = -1;
    private bool _isOpen;

    /// <summary>Gets the number of digits.</summary>
    public int DigitCount { get; private set; }

    /// <summary>Gets or sets whether a plus sign stands before the digits.</summary>
    public bool HasPlus { get; set; }

    /// <summary>Adds a digit.</summary>
    public void AddDigit(char digit)
    {
        if (!_isOpen)
        {
            _groups.Add(string.Empty);
            _between.Add(string.Empty);
            _isOpen = true;
        }

        _groups[_groups.Count - 1] += digit;
        _bracket += digit;
        DigitCount++;
    }

    /// <summary>Adds a separator.</summary>
    public void AddSeparator(char separator)
    {
        EndGroup(separator);
        if (separator == '/')
        {
            _slashes.Add(DigitCount);
        }
    }

    /// <summary>Opens a bracket.</summary>
    /// <returns>Whether it can be opened here.</returns>
    public bool OpenBracket()
    {
        bool canOpen = _bracketStart < 0;
        EndGroup('(');
        _bracketStart = DigitCount;
        _bracket = string.Empty;
        return canOpen;
    }

    /// <summary>Closes a bracket.</summary>
    /// <returns>Whether one is open that holds a digit.</returns>
    public bool CloseBracket()
    {
        bool canClose = _bracketStart >= 0 && _bracket.Length > 0;
        if (canClose)
        {
            // A digit alone, or a 0 before an area code that follows a country code, is dialled from within the country only.
            bool isCountryCode = _bracketStart == 0 && HasPlus;
            _isBracketDoubtful |= (_bracket.Length == 1 && !isCountryCode) || (_bracket[0] == '0' && (_bracketStart > 0 || HasPlus));
        }

        EndGroup(')');
        _bracketStart = -1;
        _lastBracketEnd = DigitCount;
        return canClose;
    }

    /// <summary>Whether the groups can only be one number.</summary>
    public bool AreOneNumber() =>
        _bracketStart < 0
        && !_isBracketDoubtful
        && _lastBracketEnd < DigitCount
        && _groups.Take(_groups.Count - 1).All(group => group.Length < LocalNumber)
        && AreSlashesSound()
        && !IsPair();

    private bool AreSlashesSound()
    {
        if (_slashes.Count == 0)
        {
            return true;
        }

        int before = _slashes[0];
        int behind = DigitCount - before;
        return before > 0
            && before <= LongestAreaCode + (HasPlus ? LongestCountryCode : 0)
            && behind > before
            && DigitCount - _slashes[_slashes.Count - 1] >= ShortestEnd;
    }

    // "555-0101 555-0102": two halves of one shape, parted by something else than their groups are, or beginning alike.
    private bool IsPair()
    {
        int half = _groups.Count / 2;
        if (_groups.Count % 2 != 0 || half < 2)
        {
            return false;
        }

        bool hasOneShape = Enumerable.Range(0, half).All(i => _groups[i].Length == _groups[half + i].Length)
            && Enumerable.Range(1, half - 1).All(i => _between[i] == _between[half + i]);
        return hasOneShape
            && (string.Equals(_groups[0], _groups[half], StringComparison.Ordinal) || Enumerable.Range(1, half - 1).All(i => _between[i] != _between[half]));
    }

    private void EndGroup(char separator)
    {
        _isOpen = false;
        _between[_between.Count - 1] += separator;
    }
}
