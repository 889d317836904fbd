using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kiosk.Web.CommandLine;

/// <summary>JSON requests, one a line, on standard input; JSON answers, one a line and in order, on standard output.</summary>
internal static class JsonLines
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Answers until the input ends. A line that fails is answered with <c>{"error": …}</c>, and the next one is read.</summary>
    public static async Task AnswerAsync<T>(Func<T, CancellationToken, Task<object>> answer, CancellationToken cancellation)
    {
        using var input = new StreamReader(Console.OpenStandardInput());
        await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        while (await input.ReadLineAsync(cancellation) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
                await output.WriteLineAsync(JsonSerializer.Serialize(await OneAsync(line, answer, cancellation), Json));
        }
    }

    private static async Task<object> OneAsync<T>(string line, Func<T, CancellationToken, Task<object>> answer, CancellationToken cancellation)
    {
        try
        {
            return await answer(JsonSerializer.Deserialize<T>(line, Json)!, cancellation);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return new { error = problem.Message };
        }
    }
}
