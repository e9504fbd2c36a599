using NUnit.Framework;
using NUnit.Framework.Constraints;

namespace ReferenceConv.SpecTests.Formulas;

/// <summary>A call is refused when it throws an ArgumentException whose whole message is the rule.</summary>
internal static class Refused
{
    public static Constraint Because(string rule) => Throws.ArgumentException.With.Message.EqualTo(rule);
}
