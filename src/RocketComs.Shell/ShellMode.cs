namespace RocketComs.Shell;

internal enum ShellMode
{
    Tour,
    File,
    Command,
    Interactive,
    Help,
}
