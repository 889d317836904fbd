using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kiosk.Data;

/// <summary>
/// How values are kept in columns and compared. No lambda here stands within another: compiled, it would make a delegate, and so a method that must be finalized,
/// each time that a value is looked at. The comparers that come along with lists do so, and are replaced.
/// </summary>
internal static class Conversions
{
    public static void CompareLists(ModelBuilder model)
    {
        foreach (var list in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if (list.ClrType == typeof(List<string>))
                list.SetValueComparer(typeof(ListComparer<string>));
            else if (list.ClrType == typeof(List<int>))
                list.SetValueComparer(typeof(ListComparer<int>));
        }
    }

    internal static T Parse<T>(string name) where T : struct, Enum =>
        Names.TryParse<T>(name, out var value)
            ? value
            : throw new InvalidOperationException($"The archive holds '{name}', which is no {typeof(T).Name} that this version knows.");

    internal static string Join<T>(List<T> values) where T : struct, Enum => string.Join(' ', values.Select(value => Names.Of(value)));

    internal static List<T> Split<T>(string names) where T : struct, Enum => [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse<T>)];
}

/// <summary>The name of a value of an enumeration.</summary>
internal sealed class NameConverter<T>() : ValueConverter<T, string>(value => Names.Of(value), name => Conversions.Parse<T>(name)) where T : struct, Enum;

/// <summary>Several names, apart by spaces.</summary>
internal sealed class NamesConverter<T>() : ValueConverter<List<T>, string>(values => Conversions.Join(values), names => Conversions.Split<T>(names)) where T : struct, Enum;

/// <summary>Compares one by one, and keeps a copy.</summary>
internal sealed class ListComparer<T>() : ValueComparer<List<T>>(
    (one, other) => one!.SequenceEqual(other!), values => values.Count, values => values.ToList());

/// <summary>SQLite has no time type; milliseconds sort and compare as numbers.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    time => time.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));

/// <summary>PostgreSQL's timestamptz takes UTC only.</summary>
internal sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    time => time.ToUniversalTime(), time => time);
