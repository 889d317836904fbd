using System.Globalization;
using System.Net;
using Kiosk.Data;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Harvesting;

/// <summary>
/// Hostile input through the whole harvest. After each: the log says in Dutch what happened, the next source is harvested in the same round,
/// memory stays under its cap, and nobody was reached inside the network.
/// </summary>
[Collection(nameof(Alone))]
public sealed class HostileHarvestTests
{
    private static readonly Dictionary<string, HostileCase> Cases = HostileServers.Cases.Concat(HostileContents.Cases).ToDictionary(static hostile => hostile.Name);

    public static TheoryData<string> Names => new(Cases.Keys);

    /// <summary>Ways to write, or to lead to, an address inside; {0} is the port of a server that is there.</summary>
    public static TheoryData<string> Disguises => new(
        "http://127.0.0.1:{0}/", "http://localhost:{0}/", "http://localhost.:{0}/", "http://2130706433:{0}/", "http://0x7f000001:{0}/", "http://017700000001:{0}/",
        "http://0x7f.1:{0}/", "http://127.1:{0}/", "http://0177.0.0.1:{0}/", "http://127.0.0.1.:{0}/", "http://１２７.０.０.１:{0}/", "http://127。0。0。1:{0}/",
        "http://0.0.0.0:{0}/", "http://0:{0}/", "http://[::]:{0}/", "http://[::1]:{0}/", "http://[::ffff:127.0.0.1]:{0}/", "http://[::ffff:7f00:1]:{0}/", "http://[::127.0.0.1]:{0}/",
        "http://[64:ff9b::127.0.0.1]:{0}/", "http://[64:ff9b:1::7f00:1]:{0}/", "http://[2002:7f00:1::]:{0}/", "http://[2001:0:7f00:1::]:{0}/", "http://[fe80::1]:{0}/", "http://[fc00::1]:{0}/", "http://[fec0::1]:{0}/",
        "http://[ff02::1]:{0}/", "http://www.example.org@127.0.0.1:{0}/", "http://www.example.org:80@127.0.0.1:{0}/", "http://127.0.0.1:{0}#@www.example.org/", "http://127.0.0.1:{0}?@www.example.org/",
        "http://169.254.169.254/latest/meta-data/", "http://[::ffff:169.254.169.254]/", "http://[fd00:ec2::254]/", "http://100.100.100.200/", "http://168.63.129.16/", "http://192.0.0.192/",
        "http://10.0.0.1/", "http://172.16.0.1/", "http://192.168.1.1/", "http://100.64.0.1/", "http://198.18.0.1/", "http://224.0.0.1/", "http://255.255.255.255/", "http://127.0.0.1:1/", "https://127.0.0.1:{0}/",
        "http://lus.example:{0}/", "http://zes.example:{0}/", "http://bijnaam.example:{0}/", "http://gemengd.example:{0}/", "http://draai.example:{0}/", "http://wolk.example/");

    [Theory, MemberData(nameof(Names))]
    public async Task Hostile_input_does_no_harm(string name)
    {
        var hostile = Cases[name];
        await using var scene = await HostileScene.StartAsync(StorageKind.Sqlite, hostile.Settings);
        await AssertHarmlessAsync(scene, hostile);
    }

    [Theory]
    [InlineData("NULs are left out")]
    [InlineData("References to NUL and half characters are left out")]
    [InlineData("Bytes that are no UTF-8 become readable")]
    [InlineData("Dates outside the calendar become now")]
    public async Task Characters_and_dates_do_no_harm_to_PostgreSQL_either(string name)
    {
        await using var scene = await HostileScene.StartAsync(StorageKind.Postgres, []);
        await AssertHarmlessAsync(scene, Cases[name]);
    }

    [Theory, MemberData(nameof(Disguises))]
    public async Task No_address_inside_is_reached_under_any_disguise(string disguise)
    {
        await using var scene = await HostileScene.StartAsync(StorageKind.Sqlite, []);
        await AssertHarmlessAsync(scene, new HostileCase(disguise, scene => Dressed(scene, disguise), HarvestOutcome.Forbidden, "ligt niet op het openbare internet"));
    }

    [Theory, MemberData(nameof(Disguises))]
    public async Task No_address_inside_is_reached_behind_redirects(string disguise)
    {
        await using var scene = await HostileScene.StartAsync(StorageKind.Sqlite, []);
        await AssertHarmlessAsync(scene, new HostileCase(disguise, scene =>
        {
            scene.Web.Redirect("/een", 301, "/twee");
            scene.Web.Redirect("/twee", 307, Dressed(scene, disguise));
            return scene.Web.Url("/een");
        }, HarvestOutcome.Forbidden, "ligt niet op het openbare internet"));
    }

    private static async Task AssertHarmlessAsync(HostileScene scene, HostileCase hostile)
    {
        var ending = await scene.HarvestAsync(hostile.Serve(scene), hostile.Format);

        Assert.Equal(hostile.Outcome, ending.Log.Outcome);
        Assert.Contains(hostile.Says, ending.Log.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", ending.Log.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", ending.Log.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HarvestOutcome.Harvested, ending.Honest);
        if (hostile.PageSays is { } says)
            Assert.Contains(ending.Pages, message => message.Contains(says, StringComparison.Ordinal));
        Assert.DoesNotContain(ending.Pages, message => message.Contains("Exception", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(scene.Inside.Requests);
        Assert.InRange(ending.Allocated, 0, hostile.Cap);
        if (hostile.Stored is { } stored)
            stored(ending.Articles);
        else
            Assert.Empty(ending.Articles);
    }

    private static string Dressed(HostileScene scene, string disguise)
    {
        var (outside, loop) = (IPAddress.Parse("10.0.0.1"), IPAddress.Loopback);
        scene.Names["localhost."] = scene.Names["127.0.0.1."] = new([[loop]]);
        scene.Names["lus.example"] = new([[loop]]);
        scene.Names["zes.example"] = new([[IPAddress.IPv6Loopback]]);
        // What a CNAME leads to is all that a resolver tells of it.
        scene.Names["bijnaam.example"] = new([[IPAddress.Parse("::ffff:127.0.0.1")]]);
        scene.Names["gemengd.example"] = new([[outside, loop, IPAddress.IPv6Loopback]]);
        // Another answer to each question: to check, and to connect.
        scene.Names["draai.example"] = new([[outside], [loop]]);
        scene.Names["wolk.example"] = new([[IPAddress.Parse("169.254.169.254")]]);
        return string.Format(CultureInfo.InvariantCulture, disguise, scene.Inside.Address.Port);
    }
}

/// <summary>Counts what the process allocates, so nothing runs beside it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
