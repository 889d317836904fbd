using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editions;

/// <summary>Maps what editions are made of.</summary>
internal static class EditionModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<ReaderSettings>().HasKey(settings => settings.UserId);
        model.Entity<ReaderSettings>().Property(settings => settings.UserId).ValueGeneratedNever();
        model.Entity<ReaderEdition>().HasKey(edition => new { edition.UserId, edition.Day });
        model.Entity<EditionPiece>().HasKey(piece => new { piece.UserId, piece.ArticleId });
        model.Entity<Judgement>().HasKey(judgement => new { judgement.UserId, judgement.ArticleId });
        model.Entity<ReplacementLetter>().HasKey(letter => new { letter.UserId, letter.ArticleId });
        model.Entity<HistoryItem>().ToTable("ReadingHistory").HasKey(item => new { item.UserId, item.ArticleId, item.Act });
    }
}
