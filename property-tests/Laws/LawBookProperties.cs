using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using ReferenceConv.PropertyTests.Runs;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Laws;

namespace ReferenceConv.PropertyTests.Laws;

/// <summary>One property for each law of the book, under the law's own name.</summary>
[TestFixture]
public sealed class LawBookProperties
{
    [Law]
    public Property The_output_size_counts_the_windows_that_fit(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Forward_equals_the_sum_over_the_padded_image(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_data_gradient_equals_the_sum_over_the_padded_image(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_weight_gradient_equals_the_sum_over_the_padded_image(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Im2col_forward_equals_scalar_forward_on_integers(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Im2col_data_gradient_equals_scalar_data_gradient_on_integers(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Im2col_weight_gradient_equals_scalar_weight_gradient_on_integers(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Im2col_equals_scalar_on_floats_filled_for_structure(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Im2col_equals_scalar_on_floats_filled_wide_first(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Im2col_equals_scalar_on_floats_filled_wide_second(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Im2col_equals_scalar_on_doubles_filled_for_structure(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Im2col_equals_scalar_on_doubles_filled_wide_first(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Im2col_equals_scalar_on_doubles_filled_wide_second(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_three_operators_compute_one_trilinear_form(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_data_gradient_is_the_derivative_by_dual_numbers(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_weight_gradient_is_the_derivative_by_dual_numbers(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_bias_gradient_is_the_derivative_by_dual_numbers(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_data_gradient_is_the_central_difference_of_fractions(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_weight_gradient_is_the_central_difference_of_fractions(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Forward_is_additive_in_the_input(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Forward_is_homogeneous_in_the_input(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Forward_is_additive_in_the_weights(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Forward_is_homogeneous_in_the_weights(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property With_a_bias_forward_is_affine_in_the_input(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property With_a_bias_forward_is_affine_in_the_weights(ConvolutionCase instance) => Holds(instance);

    [Test]
    public void Every_law_of_the_book_has_its_property() =>
        Assert.That(
            typeof(LawBookProperties).GetMethods().Where(static method => method.IsDefined(typeof(LawAttribute), false)).Select(static method => method.Name),
            Is.EquivalentTo(LawBook.All.Select(MethodName)));

    private static string MethodName(Law law) => law.Name.Replace(' ', '_');

    private static Property Holds(ConvolutionCase instance, [CallerMemberName] string method = "")
    {
        string? fault = LawBook.All.Single(law => MethodName(law) == method).Check(instance);
        return (fault is null).Label($"{fault}\n{instance}\n{PropertyRun.HowToReplay(instance)}");
    }
}
