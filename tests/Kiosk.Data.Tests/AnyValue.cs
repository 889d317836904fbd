using System.Collections;
using Kiosk.Data.Editorial;
using Kiosk.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kiosk.Data.Tests;

/// <summary>A value that a column can have, and that is not what it has by itself, whatever columns are added later.</summary>
internal static class AnyValue
{
    public static object Of(IProperty property, int seed)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type switch
        {
            _ when type == typeof(string) => $"{property.Name} {seed}: ‘Eén’ \"€5\" <p>\n\t\\ 𝟘",
            _ when type == typeof(int) => seed + 7,
            _ when type == typeof(long) => 5_000_000_000 + seed,
            _ when type == typeof(double) => seed + 0.5,
            _ when type == typeof(bool) => true,
            _ when type == typeof(Guid) => new Guid(seed, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
            _ when type == typeof(IdentityPasskeyData) => new IdentityPasskeyData { Name = $"Telefoon {seed}", PublicKey = [4, 5], AttestationObject = [6], ClientDataJson = [7], CreatedAt = DateTimeOffset.UnixEpoch },
            _ when type == typeof(byte[]) => new byte[] { 0, 255, (byte)seed },
            _ when type == typeof(DateTimeOffset) => Sample.Morning.AddMilliseconds(-seed * 1001),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 3, 1).AddDays(seed),
            _ when type == typeof(List<int>) => new List<int> { 0, 100 + seed },
            _ when type.IsGenericType && type.GenericTypeArguments is [{ IsEnum: true } names] && Activator.CreateInstance(type) is IList list => Ends(list, names),
            _ when type == typeof(List<string>) => new List<string> { $"A {seed}, B", "C \"D\"" },
            _ when type.IsEnum => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
            _ => throw new NotSupportedException($"Think of a value for {property.DeclaringType.DisplayName()}.{property.Name} of type {type.Name}."),
        };
    }

    /// <summary>The list with the first and the last of the names in it.</summary>
    private static IList Ends(IList list, Type names)
    {
        var values = Enum.GetValues(names);
        list.Add(values.GetValue(0));
        list.Add(values.GetValue(values.Length - 1));
        return list;
    }
}
