using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Reports;

/// <summary>One summand of a result: an element, or a product of two, over a divisor.</summary>
/// <param name="First">The first factor.</param>
/// <param name="Second">The second factor; null where there is none.</param>
/// <param name="Divisor">The count of an average; 1 elsewhere.</param>
internal readonly record struct Product(Place First, Place? Second, int Divisor)
{
    /// <summary>For example <c>x[0,0,1]·w[0,0,2]</c>, or <c>dy[0,0,1]/4</c>.</summary>
    public string Names(Operands<double> operands)
    {
        string Name(Place place) => NumberText.At(operands.Signature.Inputs[place.Input], place.Index);
        return Spell(Name);
    }

    /// <summary>For example <c>3·(-5)</c>.</summary>
    public string Numbers(Operands<double> operands)
    {
        string Number(Place place)
        {
            string text = NumberText.Short(operands.Inputs[place.Input][place.Index]);
            return text[0] == '-' ? $"({text})" : text;
        }

        return Spell(Number);
    }

    /// <summary>What it comes to; exact where the operands are integers that add exactly.</summary>
    public double Value(Operands<double> operands)
    {
        double first = operands.Inputs[First.Input][First.Index];
        return (Second is { } second ? first * operands.Inputs[second.Input][second.Index] : first) / Divisor;
    }

    private string Spell(Func<Place, string> spell) =>
        spell(First) + (Second is { } second ? $"·{spell(second)}" : "") + (Divisor == 1 ? "" : $"/{Divisor}");
}
