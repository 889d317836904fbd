using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kiosk.Data.Moving;

/// <summary>
/// A checksum of rows that does not depend on their order, since databases sort text differently: the sum of the first 16 bytes of each
/// row's SHA-256. Times count in milliseconds, which is what SQLite keeps.
/// </summary>
internal sealed class RowSum
{
    private static readonly JsonSerializerOptions Canonical = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
        Converters = { new Milliseconds() },
    };

    private UInt128 _sum;

    public long Rows { get; private set; }

    public void Add<T>(T row)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(row, Canonical), hash);
        _sum += System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
        Rows++;
    }

    public override string ToString() => _sum.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    private sealed class Milliseconds : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
    }
}
