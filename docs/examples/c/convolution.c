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

/* Whether output o and tap r (flat indices of a channel) meet an input and not the padding; if so, which. */
static int meets_input(const refconv_geometry *g, int64_t o, int64_t r, int64_t *input)
{
    int64_t position[3];
    for (int a = 2; a >= 0; a--) {
        position[a] = o % g->output[a] * g->stride[a] - g->pad_begin[a] + r % g->kernel[a] * g->dilation[a];
        if (position[a] < 0 || position[a] >= g->input[a])
            return 0;
        o /= g->output[a];
        r /= g->kernel[a];
    }
    *input = (position[0] * g->input[1] + position[1]) * g->input[2] + position[2];
    return 1;
}

/*
 * Every product x[n,c,i] * w[k,c,r] * y[n,k,o] of the sum behind the three operators, one at a time, as three indices into x, w and y:
 * an operator reads two of the arrays and adds the product to the third. Start with a meeting of all zeros; returns 0 behind the last one.
 */
typedef struct meeting {
    int64_t n, k, c, o, r; /* the next one to look at; c counts within the group */
    int64_t at[3];         /* index into x, into w, into y */
} meeting;

enum { X, W, Y };

static int next_meeting(const refconv_geometry *g, meeting *m)
{
    const int64_t in_group = g->in_channels / g->groups, out_group = g->out_channels / g->groups;
    const int64_t inputs = volume(g->input), taps = volume(g->kernel), outputs = volume(g->output);
    for (; m->n < g->batch; m->n++, m->k = 0)
        for (; m->k < g->out_channels; m->k++, m->o = 0)
            for (; m->o < outputs; m->o++, m->c = 0)
                for (; m->c < in_group; m->c++, m->r = 0)
                    while (m->r < taps) {
                        int64_t input, r = m->r++, c = m->k / out_group * in_group + m->c;
                        if (!meets_input(g, m->o, r, &input))
                            continue;
                        m->at[X] = (m->n * g->in_channels + c) * inputs + input;
                        m->at[W] = (m->k * in_group + m->c) * taps + r;
                        m->at[Y] = (m->n * g->out_channels + m->k) * outputs + m->o;
                        return 1;
                    }
    return 0;
}

static int64_t length_of(const refconv_geometry *g, int array)
{
    switch (array) {
    case X: return g->batch * g->in_channels * volume(g->input);
    case W: return g->out_channels * (g->in_channels / g->groups) * volume(g->kernel);
    default: return g->batch * g->out_channels * volume(g->output);
    }
}

/* The operator that reads arrays a and b and writes the third one; forward starts from the bias, the others from zero. */
static int32_t operator_f32(const refconv_geometry *g, int a, const float *from_a, int b, const float *from_b, const float *bias, int to, float *result)
{
    if (!is_valid(g))
        return REFCONV_INVALID;
    for (int64_t e = 0, length = length_of(g, to); e < length; e++)
        result[e] = bias ? bias[e / volume(g->output) % g->out_channels] : 0;
    for (meeting m = {0}; next_meeting(g, &m);)
        result[m.at[to]] += from_a[m.at[a]] * from_b[m.at[b]];
    return REFCONV_DONE;
}

static int32_t operator_f64(const refconv_geometry *g, int a, const double *from_a, int b, const double *from_b, const double *bias, int to, double *result)
{
    if (!is_valid(g))
        return REFCONV_INVALID;
    for (int64_t e = 0, length = length_of(g, to); e < length; e++)
        result[e] = bias ? bias[e / volume(g->output) % g->out_channels] : 0;
    for (meeting m = {0}; next_meeting(g, &m);)
        result[m.at[to]] += from_a[m.at[a]] * from_b[m.at[b]];
    return REFCONV_DONE;
}

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
