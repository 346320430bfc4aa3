namespace RocketComs.Shell;

/// <summary>Where the built module and the tour are, in the repository that this program was built from.</summary>
internal sealed record ModuleLocation(string Manifest, string Tour)
{
    private const string ManifestName = "RocketComs.psd1";

    public static ModuleLocation Find(string start)
    {
        DirectoryInfo? directory = new(start);
        while (directory is not null && !File.Exists(Path.Join(directory.FullName, ManifestName)))
        {
            directory = directory.Parent;
        }

        if (directory is null)
        {
            throw new StartException($"The RocketComs repository was not found: no directory above {start} holds {ManifestName}.");
        }

        string root = directory.FullName;
        string manifest = Path.Join(root, "out", "RocketComs", ManifestName);
        return File.Exists(manifest)
            ? new ModuleLocation(manifest, Path.Join(root, "docs", "samples", "quickstart.ps1"))
            : throw new StartException($"The module has not been built: there is no {manifest}. Run 'dotnet build' in {root}, then try again.");
    }
}
