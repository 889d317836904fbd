using Npgsql;

namespace Kiosk.Web.Hosting;

/// <summary>Reads PostgreSQL connection strings as people write them.</summary>
internal static class PostgresAddress
{
    /// <summary>The parts of <paramref name="connection"/>, which names at least a host.</summary>
    /// <exception cref="OpeningException">It is no connection string; the message says what is wrong with it, without repeating its values.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string connection)
    {
        NpgsqlConnectionStringBuilder parts;
        try
        {
            parts = new NpgsqlConnectionStringBuilder(connection);
        }
        catch (KeyNotFoundException problem)
        {
            // Npgsql's answer to an unknown word without a value, such as "x=".
            throw Wrong("er staat een onbekend woord in.", problem);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            throw Wrong(problem.Message, problem);
        }
        return string.IsNullOrWhiteSpace(parts.Host) ? throw Wrong("er staat geen Host in.") : parts;
    }

    private static OpeningException Wrong(string why, Exception? cause = null) =>
        new($"Deze verbindingsregel klopt niet: {why} Schrijf bijvoorbeeld \"Host=localhost;Database=kiosk;Username=kiosk;Password=…\".", cause);
}
