using Microsoft.Extensions.Options;

namespace Kiosk.Web.Hosting;

/// <summary>Says at start which entry is wrong and what to write instead.</summary>
internal sealed class KioskOptionsValidator : IValidateOptions<KioskOptions>
{
    public ValidateOptionsResult Validate(string? name, KioskOptions options)
    {
        var problems = options.Problems().ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
