using System.Reflection;
using NUnit.Framework;
using ReferenceConv.Formulas;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Conventions;

/// <summary>Arrows between the rooms of the library run one way. The three witnesses share no more than is written here.</summary>
public sealed class RoomTests
{
    /// <summary>What each room may see besides itself; the house itself, above the rooms, is written as the empty name.</summary>
    private static readonly Dictionary<string, string[]> MaySee = new()
    {
        ["Geometry"] = [],
        ["Formulas"] = [],
        ["Numbers"] = [],
        [""] = ["Geometry"],
        ["Operators"] = ["Geometry", ""],
        ["Fast"] = ["Geometry", ""],
    };

    /// <summary>The same for the verification, bottom up: a room sees only rooms above it in this list.</summary>
    private static readonly Dictionary<string, string[]> VerificationMaySee = new()
    {
        ["Cases"] = [],
        ["Networks"] = [],
        ["Judging"] = ["Cases"],
        ["Files"] = ["Cases", "Judging"],
        ["Candidates"] = ["Cases", "Judging", "Files"],
        ["Laws"] = ["Cases", "Judging"],
        ["Runs"] = ["Cases", "Judging", "Networks", "Laws"],
        ["Rules"] = ["Cases", "Judging", "Candidates"],
        ["Schedules"] = ["Cases", "Networks", "Candidates"],
        ["Exchange"] = ["Cases", "Judging", "Files", "Candidates", "Rules"],
        ["Museum"] = ["Cases", "Judging", "Candidates"],
        ["Examination"] = ["Cases", "Candidates", "Runs", "Museum"],   // not the schedules, which it examines
        ["Checking"] = ["Cases", "Judging", "Candidates", "Rules", "Schedules"],
        ["Reports"] = ["Cases", "Judging", "Candidates", "Rules", "Checking"],
        ["Power"] = ["Cases", "Judging", "Candidates", "Runs", "Rules", "Schedules", "Museum", "Examination", "Checking"],
    };

    [Test]
    public void No_room_sees_more_than_it_may() =>
        Assert.That(Trespasses(
            typeof(FormulaAttribute).Assembly.GetTypes(), Room(typeof(FormulaAttribute).Assembly, "ReferenceConv"), MaySee), Is.Empty);

    [Test]
    public void No_room_of_the_verification_sees_more_than_it_may() =>
        Assert.That(
            Trespasses(
                typeof(Rule<>).Assembly.GetTypes(), Room(typeof(Rule<>).Assembly, "ReferenceConv", "Verification"), VerificationMaySee),
            Is.Empty);

    [Test]
    public void The_rooms_of_the_verification_are_a_staircase()
    {
        string[] bottomUp = [.. VerificationMaySee.Keys];
        foreach ((string room, string[] seen) in VerificationMaySee)
            Assert.That(seen.Select(other => Array.IndexOf(bottomUp, other)), Has.All.InRange(0, Array.IndexOf(bottomUp, room) - 1), room);
    }

    [Test]
    public void A_reference_is_found_wherever_it_hides()
    {
        (Type From, Type To)[] planted =
        [
            (typeof(InABody), typeof(Correlation<>)),
            (typeof(InAGenericBody<>), typeof(Echo<>)),
            (typeof(InAField), typeof(FormulaAttribute)),
            (typeof(InABase), typeof(List<>)),
            (typeof(InAnArgument), typeof(Version)),
            (typeof(InAConstraint<>), typeof(IAsyncResult)),
            (typeof(InAnAttribute), typeof(ErratumAttribute)),
            (typeof(InATypeofToken), typeof(Uri)),
            (typeof(InACatch), typeof(FormatException)),
            (typeof(BehindASwitch), typeof(Shadow<>)),
        ];

        foreach ((Type from, Type to) in planted)
            Assert.That(References.Of(from), Has.Member(to), from.Name);
        Assert.That(References.Of(typeof(InAField)), Has.No.Member(typeof(Correlation<>)));
    }

    [Test]
    public void A_trespass_is_reported_and_an_allowed_step_is_not()
    {
        static string House(Type type) => type.Namespace == typeof(Echo<>).Namespace ? "Cellar" : type == typeof(InABody) ? "Attic" : "";

        Assert.That(
            Trespasses([typeof(InABody)], House, new() { ["Attic"] = [""] }),
            Is.EqualTo(new[] { $"{typeof(InABody)} in Attic refers to {typeof(Correlation<>)} in Cellar" }));
        Assert.That(Trespasses([typeof(InABody)], House, new() { ["Attic"] = ["", "Cellar"] }), Is.Empty);
        Assert.That(Trespasses([typeof(InABody)], House, []), Is.EqualTo(new[] { "no rule says what Attic may see" }));
    }

    /// <summary>
    /// The first part of a type's namespace below the house's; null for the types of other assemblies and for what the compiler adds.
    /// </summary>
    private static Func<Type, string?> Room(Assembly house, params string[] prefix) => type =>
        type.Assembly == house && type.Namespace?.Split('.') is { } parts && parts.Length >= prefix.Length
            && parts.AsSpan(0, prefix.Length).SequenceEqual(prefix)
            ? parts[prefix.Length..].FirstOrDefault("")
            : null;

    private static string[] Trespasses(Type[] types, Func<Type, string?> roomOf, Dictionary<string, string[]> maySee)
    {
        var trespasses = new List<string>();
        foreach (IGrouping<string?, Type> room in types.Where(type => roomOf(type) is not null).GroupBy(roomOf))
        {
            if (!maySee.TryGetValue(room.Key!, out string[]? open))
                trespasses.Add($"no rule says what {room.Key} may see");
            else
                trespasses.AddRange(
                    from type in room
                    from seen in References.Of(type)
                    where seen is { IsGenericParameter: false, HasElementType: false }
                        && (!seen.IsGenericType || seen.IsGenericTypeDefinition)
                    let other = roomOf(seen)
                    where other is not null && other != room.Key && !open.Contains(other)
                    select $"{type} in {room.Key} refers to {seen} in {other}");
        }

        return [.. trespasses];
    }

    private static class InABody
    {
        public static object Hidden() => Correlation<int>.Valid(new[,] { { 1 } }, new[,] { { 1 } });
    }

    private static class InAGenericBody<T>
        where T : System.Numerics.INumber<T>
    {
        public static object Hidden(T[] x) => Echo<T>.Heard(x, x);
    }

    private sealed class InAField
    {
        public readonly FormulaAttribute[] Hidden = [];
    }

    private sealed class InABase : List<int>;

    private static class InAnArgument
    {
        public static void Hidden(ref Version[] _) => throw new NotSupportedException();
    }

    private static class InAConstraint<T>
        where T : IAsyncResult;

    private static class InAnAttribute
    {
        [Erratum]
        public static void Labelled() => throw new NotSupportedException();
    }

    private static class InATypeofToken
    {
        public static object Hidden() => typeof(Uri);
    }

    private static class InACatch
    {
        public static int Hidden(string text)
        {
            try
            {
                return int.Parse(text);
            }
            catch (FormatException)
            {
                return 0;
            }
        }
    }

    private static class BehindASwitch
    {
        public static object Hidden(int n) => n switch
        {
            0 => "none",
            1 => "one",
            2 => "two",
            3 => "three",
            4 => "four",
            5 => "five",
            6 => "six",
            _ => Shadow<long>.Cast([n], [n]),
        };
    }
}
