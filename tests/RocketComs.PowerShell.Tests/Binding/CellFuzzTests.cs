using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using RocketComs.Core.Tests;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Binding;

/// <summary>Days and times of day in the cells of a plan: what is read stands there, reads as itself, and reads alike in every culture.</summary>
public sealed class CellFuzzTests : IDisposable
{
    private static readonly byte[][] s_cells = [.. ((string[])
    [
        "2027-01-31", "2027-01-31T09:00:00", "2027-02-30", "46418", "0.375", "09:00", "9:00 PM", "9pm", "09:00:00", "1899-12-30T17:00:00", "31.01.2027", "1/31/2027", "2027-01-31T09:00:00Z", "24:00", "12:00 AM", "0001-01-01 08:15", "17:00:00.000", "1e3", "-1",
    ]).Select(Encoding.UTF8.GetBytes)];

    private static readonly byte[][] s_words = [.. ((string[])
    [
        "-", "/", ".", ":", ",", " ", "T", "Z", "+02:00", "0", "1", "9", "59", "60", "23", "24", "AM", "p.m.", "\u00A0", "\u0661", "\uFF11", "\u200B", "\t", "'", "00", "1900-01-01", "2000", "9999", "E+4", "\u202F",
    ]).Select(Encoding.UTF8.GetBytes)];

    private static readonly CultureInfo[] s_cultures = [.. ((string[])["de-DE", "ar-SA", "th-TH", "fa-IR", "en-US", "da-DK"]).Select(CultureInfo.GetCultureInfo)];

    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Day_or_time_that_is_read_stands_in_the_cell()
    {
        // What is loaded in the module's own place is no reference of these tests.
        Type reader = AppDomain.CurrentDomain.GetAssemblies().First(assembly => assembly.GetName().Name == "RocketComs.PowerShell").GetType("RocketComs.PowerShell.Binding.CellReader", throwOnError: true)!;
        Func<string, object?, bool, DateTime> piped = reader.GetMethod("Date", BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Func<string, object?, bool, DateTime>>();
        Func<string, object?, DateTime> date = (name, value) => piped(name, value, true);
        Func<string, object?, TimeSpan> time = reader.GetMethod("Time", BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Func<string, object?, TimeSpan>>();
        int days = 0;
        int times = 0;
        int turn = 0;
        Fuzz.Try(
            10_000,
            random => Fuzz.Mutated(s_cells[random.Next(s_cells.Length)], random, 3, s_words),
            bytes =>
            {
                string cell = Encoding.UTF8.GetString(bytes);
                CultureInfo culture = s_cultures[turn++ % s_cultures.Length];
                DateTime? day = Read(date, cell, CultureInfo.InvariantCulture);
                TimeSpan? clock = Read(time, cell, CultureInfo.InvariantCulture);
                Assert.Equal((day, clock), (Read(date, cell, culture), Read(time, cell, culture)));
                double? number = double.TryParse(Regex.Replace(cell, @"^[\s\p{C}\p{Z}]+|[\s\p{C}\p{Z}]+$", string.Empty), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double parsed) ? parsed : null;
                if (day is { } found)
                {
                    days++;
                    Assert.True(number is { } serial ? DateTime.FromOADate(serial) == found : cell.Contains(found.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal), $"{found:s}");
                    Assert.Equal(found.Date, Read(date, found.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), culture)!.Value.Date);
                }

                if (clock is { } moment)
                {
                    times++;
                    Assert.InRange(moment, TimeSpan.Zero, new TimeSpan(23, 59, 0));
                    string minutes = Regex.Match(cell, "(?<=:)[0-9]{2}").Value;
                    Assert.Equal(number is { } share ? (int)Math.Round(share * 1440) % 60 : minutes.Length > 0 ? int.Parse(minutes, CultureInfo.InvariantCulture) : 0, moment.Minutes);
                    Assert.Equal(moment, Read(time, moment.ToString("hh\\:mm", CultureInfo.InvariantCulture), culture));
                }
            });

        Assert.True(days > 0 && times > 0);
    }

    private static T? Read<T>(Func<string, object?, T> read, string cell, CultureInfo culture)
        where T : struct
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return read("StartDate", cell);
        }
        catch (Exception exception) when (exception.GetType().Name == "InvalidParameterException")
        {
            return null;
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
