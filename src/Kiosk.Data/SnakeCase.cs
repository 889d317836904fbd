using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data;

/// <summary>Names of tables and columns as the SQL files write them: <c>article_topics.listed_at</c>.</summary>
internal static class SnakeCase
{
    public static void Use(ModelBuilder modelBuilder)
    {
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            entity.SetTableName(Of(entity.GetTableName()!));
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Of(property.Name));
        }
    }

    private static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name.Replace("ETag", "Etag", StringComparison.Ordinal));
}
