using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using ReferenceConv.PropertyTests.Runs;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Laws;

namespace ReferenceConv.PropertyTests.Laws;

/// <summary>One property for each law of the book, under the law's own name.</summary>
[TestFixture, Parallelizable(ParallelScope.Children)]
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
    public Property A_kernel_that_does_not_fit_is_refused(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Same_padding_keeps_one_output_per_stride_and_puts_the_odd_zero_where_it_says(ConvolutionCase instance) =>
        Holds(instance);

    [Law]
    public Property Full_padding_has_every_window_that_meets_the_input(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Half_padding_keeps_the_size_of_an_odd_kernel(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_output_size_of_an_axis_is_the_one_of_the_formula(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Forward_on_a_line_equals_the_correlation_of_the_padded_signal(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Forward_on_a_line_is_the_parameter_sharing_matrix_times_the_input(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Tiled_forward_on_a_line_equals_the_tiled_correlation(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_data_gradient_on_a_line_equals_the_formula_of_back_propagation(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_weight_gradient_on_a_line_equals_the_formula_of_back_propagation(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_data_gradient_on_a_line_equals_the_transposed_convolution(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_data_gradient_on_a_line_equals_the_convolution_after_zero_insertion(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property On_a_line_as_many_outputs_see_each_input_as_the_formula_counts(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_receptive_field_of_a_stack_is_the_one_of_the_formula(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Forward_on_an_image_equals_the_correlation_of_the_padded_image(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Tiled_forward_on_an_image_equals_the_tiled_correlation(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Forward_over_channels_equals_the_layer_of_the_lecture(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property One_by_one_forward_equals_the_pointwise_convolution(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Depthwise_forward_equals_the_convolution_of_each_channel_alone(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_data_gradient_on_an_image_equals_the_formula_of_back_propagation(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_weight_gradient_on_an_image_equals_the_formula_of_back_propagation(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_data_gradient_on_an_image_equals_the_transposed_convolution(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_data_gradient_on_an_image_equals_the_convolution_after_zero_insertion(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property On_an_image_as_many_outputs_see_each_input_as_the_formula_counts(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Max_pooling_on_an_image_equals_the_formula_of_pooling(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Average_pooling_on_an_image_equals_the_formula_of_pooling(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Max_pooling_on_a_line_equals_the_formula_of_partial_windows(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Average_pooling_on_a_line_equals_the_formula_of_partial_windows(ConvolutionCase instance) => Holds(instance);

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
    public Property Fast_forward_equals_scalar_forward_on_integers(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Fast_data_gradient_equals_scalar_data_gradient_on_integers(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Fast_weight_gradient_equals_scalar_weight_gradient_on_integers(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Fast_equals_scalar_on_floats_filled_for_structure(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Fast_equals_scalar_on_floats_filled_wide_first(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Fast_equals_scalar_on_floats_filled_wide_second(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Fast_equals_scalar_on_doubles_filled_for_structure(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Fast_equals_scalar_on_doubles_filled_wide_first(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Fast_equals_scalar_on_doubles_filled_wide_second(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Fast_forward_equals_scalar_forward_in_every_vector_width_and_tiling(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Fast_data_gradient_equals_scalar_data_gradient_in_every_vector_width_and_tiling(ConvolutionCase instance) =>
        Holds(instance);

    [Law]
    public Property The_three_operators_compute_one_trilinear_form(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_data_gradient_is_the_derivative_by_dual_numbers(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_weight_gradient_is_the_derivative_by_dual_numbers(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_bias_gradient_is_the_derivative_by_dual_numbers(ConvolutionCase instance) => Holds(instance);

    [Law(100)]
    public Property The_data_gradient_is_the_central_difference_of_fractions(ConvolutionCase instance) => Holds(instance);

    [Law(100)]
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

    [Law]
    public Property Turning_input_and_kernel_round_turns_the_full_output_round(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Exchanging_input_and_kernel_turns_the_full_output_round(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property An_impulse_shows_the_kernel_turned_round(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_full_output_sums_to_the_product_of_the_sums(ConvolutionCase instance) => Holds(instance);

    [Law(100)]
    public Property A_cyclic_convolution_moves_with_its_input_by_multiples_of_stride_and_tile(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property A_full_convolution_moves_with_its_input_by_multiples_of_stride_and_tile(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property A_strided_output_is_the_plain_output_that_many_strides_further(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property A_dilation_is_the_plain_convolution_with_zeros_between_the_weights(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Every_output_sums_one_product_per_tap_at_any_dilation(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property A_tiled_forward_is_a_regular_forward_at_every_tile(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property A_tiled_data_gradient_is_the_sum_of_regular_ones(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property A_tiled_weight_gradient_is_a_regular_one_at_every_tile(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Equal_kernels_in_every_tile_make_a_regular_convolution(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property As_many_tiles_as_outputs_make_an_unshared_layer(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Every_output_channel_is_a_sum_of_single_channels_and_a_bias(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property A_one_by_one_convolution_is_a_matrix_at_every_position(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property A_kernel_as_large_as_the_input_makes_a_dense_layer(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property A_dense_layer_does_not_see_its_inputs_and_weights_shuffled_alike(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Forward_is_the_weights_times_the_columns(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Col2im_is_the_transpose_of_im2col(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_output_padding_chooses_the_size_that_was_convolved(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Under_zeros_the_data_gradient_convolves_the_stretched_gradient_with_the_rotated_kernel(ConvolutionCase instance) =>
        Holds(instance);

    [Law]
    public Property Under_a_cyclic_border_of_equal_size_the_data_gradient_convolves_with_the_rotated_kernel(ConvolutionCase instance) =>
        Holds(instance);

    [Law]
    public Property Max_pooling_takes_the_greatest_of_each_padded_window(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_max_pooling_gradient_goes_to_the_first_greatest(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property Max_pooling_refuses_a_window_that_sees_no_input(ConvolutionCase instance) => Holds(instance);

    [Law(100)]
    public Property Average_pooling_takes_the_mean_of_each_padded_window(ConvolutionCase instance) => Holds(instance);

    [Law(100)]
    public Property The_average_pooling_gradient_is_the_transpose_of_average_pooling(ConvolutionCase instance) => Holds(instance);

    [Law(100)]
    public Property Average_pooling_is_the_depthwise_convolution_with_one_over_N(ConvolutionCase instance) => Holds(instance);

    [Law]
    public Property The_receptive_field_is_where_perturbing_the_input_moves_the_output(ConvolutionCase instance) => Holds(instance);

    [Test]
    public void Every_law_of_the_book_has_its_property() =>
        Assert.That(
            typeof(LawBookProperties).GetMethods().Where(static method => method.IsDefined(typeof(LawAttribute), false)).Select(
                static method => method.Name),
            Is.EquivalentTo(LawBook.All.Select(MethodName)));

    private static string MethodName(Law law) => law.Name.Replace(' ', '_');

    private static Property Holds(ConvolutionCase instance, [CallerMemberName] string method = "")
    {
        string? fault = LawBook.All.Single(law => MethodName(law) == method).Check(instance);
        return (fault is null).Label($"{fault}\n{instance}\n{PropertyRun.HowToReplay(instance)}");
    }
}
