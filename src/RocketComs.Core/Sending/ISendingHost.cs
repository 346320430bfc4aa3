namespace RocketComs.Core.Sending;

/// <summary>What sending needs from where it runs: a command in a shell, or a test.</summary>
public interface ISendingHost
{
    /// <summary>Gets the platform's host as questions name it, with its port where that is not the usual one.</summary>
    string Authority { get; }

    /// <summary>Gets whether nothing may be changed, but only told (<c>-WhatIf</c>).</summary>
    bool IsWhatIf { get; }

    /// <summary>Whether somebody sees what is said of a risky change before it is made: in a question, or with <c>-WhatIf</c>. Otherwise, as after a yes to all, only logs have it.</summary>
    /// <param name="isForced">Whether the user has agreed to it beforehand, with <c>-Force</c>.</param>
    bool ShowsBefore(bool isForced);

    /// <summary>Shows a warning.</summary>
    void Warn(string message);

    /// <summary>Notes something for those who want to follow every step.</summary>
    void Verbose(string message);

    /// <summary>Shows progress; called from any thread.</summary>
    void ShowProgress(ProgressState state);

    /// <summary>Asks before a change.</summary>
    /// <param name="description">What will be done.</param>
    /// <param name="isRisky">Whether somebody must agree; otherwise a question is asked only if the user wants one.</param>
    /// <param name="isForced">Whether the user has agreed to it beforehand, with <c>-Force</c>.</param>
    /// <returns>Who agreed; <see langword="null"/> for a no, after which nothing is changed.</returns>
    /// <exception cref="Errors.RocketComsException">Somebody must agree, and there is nobody who could answer.</exception>
    RcJournalConsent? Ask(string description, bool isRisky, bool isForced = false);

    /// <summary>Hands out a result.</summary>
    void Emit(object result);
}
