using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kiosk.Data;

/// <summary>The name of a value of an enumeration.</summary>
internal sealed class NameConverter<T>() : ValueConverter<T, string>(
    value => Names.Of(value), name => KnownName.Parse<T>(name)) where T : struct, Enum;

/// <summary>Several names, apart by spaces.</summary>
internal sealed class NamesConverter<T>() : ValueConverter<List<T>, string>(
    values => string.Join(' ', values.Select(value => Names.Of(value))),
    names => names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => KnownName.Parse<T>(name)).ToList()) where T : struct, Enum;

internal sealed class ListComparer<T>() : ValueComparer<List<T>>(
    (one, other) => one!.SequenceEqual(other!), values => values.Count, values => values.ToList());

/// <summary>SQLite has no time type; milliseconds sort and compare as numbers.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    time => time.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));

/// <summary>PostgreSQL's timestamptz takes UTC only.</summary>
internal sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    time => time.ToUniversalTime(), time => time);

/// <summary>Names in the archive that this version must know.</summary>
file static class KnownName
{
    internal static T Parse<T>(string name) where T : struct, Enum =>
        Names.TryParse<T>(name, out var value)
            ? value
            : throw new InvalidOperationException($"The archive holds '{name}', which is no {typeof(T).Name} that this version knows.");
}
