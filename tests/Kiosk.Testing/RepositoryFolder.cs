namespace Kiosk.Testing;

/// <summary>The project's own folder, found upwards from where the tests run.</summary>
public static class RepositoryFolder
{
    public static readonly string Path = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Kiosk.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
