/*
 * A convolution that `refconv check --native` accepts: all three operators, float and double, every valid geometry.
 * Written to be read; put your own in its place.
 *
 *     cc -O2 -shared -fPIC -o libconvolution.so convolution.c
 */
#include "refconv.h"

#include <stddef.h>

const char *refconv_claims(void)
{
    return "refuses-invalid=yes";
}

/* Whether the sizes of one axis are possible and follow from each other. No sum here can overflow: sizes are bounded first. */
static int axis_is_valid(const refconv_geometry *g, int a)
{
    const int64_t most = (int64_t)1 << 31;
    if (g->input[a] < 0 || g->input[a] >= most || g->pad_begin[a] < 0 || g->pad_begin[a] >= most || g->pad_end[a] < 0 || g->pad_end[a] >= most)
        return 0;
    if (g->kernel[a] < 1 || g->kernel[a] >= most || g->stride[a] < 1 || g->stride[a] >= most || g->dilation[a] < 1 || g->dilation[a] >= most)
        return 0;

    int64_t extent = g->dilation[a] * (g->kernel[a] - 1) + 1;
    int64_t room = g->input[a] + g->pad_begin[a] + g->pad_end[a] - extent;
    return room >= 0 && g->output[a] == room / g->stride[a] + 1;
}

static int axis_is_unused(const refconv_geometry *g, int a)
{
    return g->input[a] == 1 && g->kernel[a] == 1 && g->output[a] == 1 && g->stride[a] == 1 && g->dilation[a] == 1
        && g->pad_begin[a] == 0 && g->pad_end[a] == 0;
}

static int is_valid(const refconv_geometry *g)
{
    if (g->version != REFCONV_VERSION || g->rank < 1 || g->rank > 3)
        return 0;
    if (g->batch < 0 || g->in_channels < 1 || g->out_channels < 1 || g->groups < 1)
        return 0;
    if (g->in_channels % g->groups != 0 || g->out_channels % g->groups != 0)
        return 0;
    for (int a = 0; a < 3; a++)
        if (a < g->rank ? !axis_is_valid(g, a) : !axis_is_unused(g, a))
            return 0;
    return 1;
}

/* Elements of one channel. */
static int64_t volume(const int64_t sizes[3])
{
    return sizes[0] * sizes[1] * sizes[2];
}

static int64_t in_group(const refconv_geometry *g)
{
    return g->in_channels / g->groups;
}

enum { X, W, Y };

static int64_t length_of(const refconv_geometry *g, int array)
{
    switch (array) {
    case X: return g->batch * g->in_channels * volume(g->input);
    case W: return g->out_channels * in_group(g) * volume(g->kernel);
    default: return g->batch * g->out_channels * volume(g->output);
    }
}

/* An index into an array [outer, sizes[0], sizes[1], sizes[2]]. */
static int64_t index_of(int64_t outer, const int64_t sizes[3], const int64_t e[3])
{
    return ((outer * sizes[0] + e[0]) * sizes[1] + e[1]) * sizes[2] + e[2];
}

/* Where output o and tap r of an axis meet: at an input, or in the padding. */
#define INPUT_AT(axis) (o[axis] * g->stride[axis] - g->pad_begin[axis] + r[axis] * g->dilation[axis])

/* The outputs and taps of an axis that meet an input i, and not the padding. */
#define EACH_MEETING(axis)                                      \
    for (o[axis] = 0; o[axis] < g->output[axis]; o[axis]++)     \
        for (r[axis] = 0; r[axis] < g->kernel[axis]; r[axis]++) \
            if (i[axis] = INPUT_AT(axis), i[axis] >= 0 && i[axis] < g->input[axis])

/*
 * Every product x[n,c,i] * w[k,c,r] * y[n,k,o] of the sum behind the three operators: an operator reads two of the arrays, a and b, and adds
 * the product to the third one. Forward starts from the bias, the others from zero. A c counts within the group.
 */
#define OPERATOR(name, real)                                                                                 \
    static int32_t name(const refconv_geometry *g, int a, const real *from_a, int b, const real *from_b,     \
                        const real *bias, int to, real *result)                                              \
    {                                                                                                        \
        if (!is_valid(g))                                                                                    \
            return REFCONV_INVALID;                                                                          \
        for (int64_t e = 0, length = length_of(g, to); e < length; e++)                                      \
            result[e] = bias ? bias[e / volume(g->output) % g->out_channels] : 0;                            \
                                                                                                             \
        const int64_t out_group = g->out_channels / g->groups;                                               \
        int64_t o[3], r[3], i[3], at[3];                                                                     \
        for (int64_t n = 0; n < g->batch; n++)                                                               \
            for (int64_t k = 0; k < g->out_channels; k++)                                                    \
                for (int64_t c = 0; c < in_group(g); c++)                                                    \
                    EACH_MEETING(0) EACH_MEETING(1) EACH_MEETING(2) {                                        \
                        at[X] = index_of(n * g->in_channels + k / out_group * in_group(g) + c, g->input, i); \
                        at[W] = index_of(k * in_group(g) + c, g->kernel, r);                                 \
                        at[Y] = index_of(n * g->out_channels + k, g->output, o);                             \
                        result[at[to]] += from_a[at[a]] * from_b[at[b]];                                     \
                    }                                                                                        \
        return REFCONV_DONE;                                                                                 \
    }

OPERATOR(operator_f32, float)
OPERATOR(operator_f64, double)

int32_t refconv_forward_f32(const refconv_geometry *g, const float *x, const float *w, const float *bias_or_null, float *y)
{
    return operator_f32(g, X, x, W, w, bias_or_null, Y, y);
}

int32_t refconv_data_gradient_f32(const refconv_geometry *g, const float *w, const float *dy, float *dx)
{
    return operator_f32(g, W, w, Y, dy, NULL, X, dx);
}

int32_t refconv_weight_gradient_f32(const refconv_geometry *g, const float *x, const float *dy, float *dw)
{
    return operator_f32(g, X, x, Y, dy, NULL, W, dw);
}

int32_t refconv_forward_f64(const refconv_geometry *g, const double *x, const double *w, const double *bias_or_null, double *y)
{
    return operator_f64(g, X, x, W, w, bias_or_null, Y, y);
}

int32_t refconv_data_gradient_f64(const refconv_geometry *g, const double *w, const double *dy, double *dx)
{
    return operator_f64(g, W, w, Y, dy, NULL, X, dx);
}

int32_t refconv_weight_gradient_f64(const refconv_geometry *g, const double *x, const double *dy, double *dw)
{
    return operator_f64(g, X, x, Y, dy, NULL, W, dw);
}
