using System.Globalization;
using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Extensions;
using Microsoft.Testing.Platform.Extensions.CommandLine;

namespace RocketComs.Pester.Tests;

/// <summary>The options that this program adds to those of every test program.</summary>
internal sealed class PesterOptions : ICommandLineOptionsProvider
{
    public const string Folder = "pester-folder";
    public const string TimeLimit = "pester-time-limit";

    private const int DefaultSeconds = 600;

    public string Uid => nameof(PesterOptions);

    public string Version => "1.0.0";

    public string DisplayName => "Pester";

    public string Description => "What to run, and how long.";

    /// <summary>The time after which a run is taken for one that hangs.</summary>
    public static TimeSpan TimeLimitOf(ICommandLineOptions options) =>
        TimeSpan.FromSeconds(options.TryGetOptionArgumentList(TimeLimit, out string[]? seconds) ? int.Parse(seconds[0], CultureInfo.InvariantCulture) : DefaultSeconds);

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public IReadOnlyCollection<CommandLineOption> GetCommandLineOptions() =>
    [
        new(Folder, "The folder of the *.Tests.ps1; that of the checkout where it is not said.", ArgumentArity.ExactlyOne, isHidden: false),
        new(TimeLimit, $"The seconds after which the run has failed; {DefaultSeconds} where it is not said.", ArgumentArity.ExactlyOne, isHidden: false),
    ];

    public Task<ValidationResult> ValidateOptionArgumentsAsync(CommandLineOption commandOption, string[] arguments) =>
        commandOption.Name == TimeLimit && !(int.TryParse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) && seconds > 0)
            ? ValidationResult.InvalidTask("It is a number of seconds.")
            : ValidationResult.ValidTask;

    public Task<ValidationResult> ValidateCommandLineOptionsAsync(ICommandLineOptions commandLineOptions) => ValidationResult.ValidTask;
}
