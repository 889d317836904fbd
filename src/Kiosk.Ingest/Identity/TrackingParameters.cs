using System.Collections.Frozen;

namespace Kiosk.Ingest.Identity;

/// <summary>Query parameters that say where a visitor came from, not which page is asked. The one list of them.</summary>
internal static class TrackingParameters
{
    private static readonly FrozenSet<string> Names = (
        "fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid li_fat_id igshid igsh yclid mkt_tok mc_cid mc_eid ml_subscriber "
        + "ml_subscriber_hash _hsenc _hsmi __hssc __hstc __hsfp hsctatracking vero_id vero_conv oly_anon_id oly_enc_id wickedid s_cid s_kwcid "
        + "ns_source ns_mchannel ns_campaign ns_linkname ns_fee ito wt_mc wt_zmc wtmc ncid cmpid cmp icid rb_clickid dm_i spm sscid epik "
        + "srsltid _ga _gl _openstat xtor trk trkcampaign sc_campaign sc_channel sc_content sc_medium sc_outcome sc_geo sc_country "
        + "campaign_id ref_src ref_url __twitter_impression fb_action_ids fb_action_types fb_source fb_ref ga_source ga_medium ga_term "
        + "ga_content ga_campaign ga_place mbid nr_email_referer guccounter guce_referrer guce_referrer_sig phpsessid jsessionid "
        + "fb_comment_id ysclid mc_tc sc_cid _bhlid _branch_match_id _branch_referrer __readwiselocation campaign_medium campaign_source campaign_name "
        + "campaign_term campaign_content elqtrackid elqtrack elqaid elqat elqcampaignid dicbo tblci irclickid ck_subscriber_id mkwid gs_l "
        + "gad_source gad_campaignid _kx _bta_tid _bta_c spmailingid spuserid spjobid spreportid et_rid xing_share si_share fb_locale aspsessionid")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Prefixes = ["utm_", "at_", "pk_", "piwik_", "mtm_", "matomo_", "hsa_", "stm_", "wt.", "bsft_", "oft_", "itm_", "hmb_", "sfmc_"];

    /// <summary>True if a parameter of this name may be dropped. Letter case does not matter.</summary>
    public static bool Contains(string name) =>
        Names.Contains(name) || Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
