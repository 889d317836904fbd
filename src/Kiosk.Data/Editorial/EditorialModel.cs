using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>Maps what the editors' desk keeps.</summary>
internal static class EditorialModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<EditorialAct>().HasKey(act => act.Id);
        model.Entity<ArticleCorrection>().HasKey(correction => new { correction.ArticleId, correction.Field });
        model.Entity<Article>().HasMany(article => article.Corrections).WithOne().HasForeignKey(correction => correction.ArticleId);
        model.Entity<DeskClaim>().HasKey(claim => claim.ArticleId);
        model.Entity<DeskClaim>().Property(claim => claim.ArticleId).ValueGeneratedNever();
        model.Entity<QuestionAnswer>().HasKey(answer => answer.Question);
    }
}
