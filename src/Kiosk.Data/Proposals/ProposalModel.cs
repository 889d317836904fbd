using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Proposals;

/// <summary>Maps what may come into the kiosk.</summary>
internal static class ProposalModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<SourceProposal>().HasKey(proposal => proposal.Id);
        model.Entity<LinkSuggestion>().HasKey(suggestion => suggestion.Id);
    }
}
