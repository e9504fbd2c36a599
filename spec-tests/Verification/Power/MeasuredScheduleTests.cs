using System.Security.Cryptography;
using System.Text;
using NUnit.Framework;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.SpecTests.Verification.Power;

/// <summary>The cases that docs/power.md was measured on.</summary>
public sealed class MeasuredScheduleTests
{
    [TestCase(false, "10f5c6f95d23a9a6")]
    [TestCase(true, "e84bf0275b9d636d")]
    public void A_seed_selects_the_cases_that_the_page_was_measured_on(bool isThorough, string digest) =>
        Assert.That(Digest(isThorough), Is.EqualTo(digest),
            "Every seed now selects other cases. Measure docs/power.md and docs/museum.md anew by the commands in them.");

    private static string Digest(bool isThorough)
    {
        CheckPlan plan = isThorough ? CheckPlan.Thorough : new CheckPlan();
        IEnumerable<ScheduledCase> cases = new CheckSchedule(Capabilities.Convolution, plan.Seed, plan.IsThorough).Cases(plan.Cases)
            .Concat(LayerSchedule.Of(Capabilities.Convolution, plan.LayerMultiplyAdds, plan.Seed));
        byte[] text = Encoding.UTF8.GetBytes(string.Join('\n', cases.Select(static scheduled => $"{scheduled.Extent} {scheduled}")));
        return Convert.ToHexStringLower(SHA256.HashData(text))[..16];
    }
}
