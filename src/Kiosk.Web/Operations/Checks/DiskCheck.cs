using Kiosk.Data.Storage;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Operations.Checks;

/// <summary>Whether the kiosk can write, and has room to.</summary>
internal sealed class DiskCheck(StorageOptions storage, NightlyBackup backup) : ICheck
{
    private const string Name = "Schijf";
    private const long Little = 2_000_000_000;
    private const long TooLittle = 200_000_000;

    public Task<IReadOnlyList<Finding>> LookAsync(bool thorough, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Finding>>([.. Directories().Distinct(StringComparer.Ordinal).Select(Look)]);

    /// <summary>Of the data, and of the backups if these are made here.</summary>
    private IEnumerable<string> Directories() => backup.IsOn ? [storage.DataDirectory, backup.Shelf.Directory] : [storage.DataDirectory];

    private static Finding Look(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            var probe = Path.Combine(directory, $".proef-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            var free = new DriveInfo(directory).AvailableFreeSpace;
            var sentence = $"{DutchText.Size(free)} vrij in {directory}.";
            return free switch
            {
                < TooLittle => Finding.Bad(Name, sentence, "Maak meteen ruimte; zonder ruimte komt er niets nieuws bij."),
                < Little => Finding.Note(Name, sentence, "Maak ruimte, of verhuis de gegevens naar een grotere schijf."),
                _ => Finding.Good(Name, sentence),
            };
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Finding.Bad(Name, $"In {directory} is niet te schrijven: {problem.Message}", "Geef de gebruiker waaronder de Kiosk draait schrijfrecht op deze map.");
        }
    }
}
