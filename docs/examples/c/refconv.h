/*
 * refconv.h: the functions a shared library exports to have its convolution checked by `refconv check --native`.
 *
 * Export any of the six functions below; one that is missing is not claimed and not asked for. Build for example with
 *     cc -O2 -shared -fPIC -o libconvolution.so convolution.c
 *
 * The three functions are the derivatives of one sum, for batch n, input channel c, output channel k, tap r, input i, output o:
 *
 *     forward          y[n,k,o]  = bias[k] + sum of x[n,c,i] * w[k,c,r]    over c in the group of k, and r
 *     data gradient    dx[n,c,i] =           sum of w[k,c,r] * dy[n,k,o]   over k in the group of c, and all (o, r) that meet i
 *     weight gradient  dw[k,c,r] =           sum of x[n,c,i] * dy[n,k,o]   over n and o
 *
 * where output o meets input i under tap r if, on every axis,
 *
 *     i = o * stride - pad_begin + r * dilation     and     0 <= i < input;
 *
 * outside the input there are zeros, which take no part in a sum: a NaN or an infinity in a tap over the padding has no effect.
 * (A library that multiplies its padding claims so, see refconv_claims.) Cross-correlation, no flip. The transposed convolution is the data
 * gradient: its result is the `input` of the geometry, where an output padding shows.
 *
 * Arrays are contiguous and row-major, the last index fastest; in a group of a grouped convolution c counts from 0:
 *
 *     x, dx   [batch][in_channels][input...]                    NCHW
 *     w, dw   [out_channels][in_channels / groups][kernel...]   OIHW
 *     y, dy   [batch][out_channels][output...]                  NCHW
 *     bias    [out_channels], or null for none
 *
 * Pointers are aligned to their elements and to nothing more: an array may begin at any multiple of 4 (float) or 8 (double) bytes.
 * A pointer to an array without elements may be null: x, y, dx and dy of an empty batch, x and dx of an input of size 0.
 * Inputs are only read. Results are overwritten, never added to: they hold NaN before the call. No array overlaps another. Nothing outside the arrays
 * is read or written. Nothing is kept between calls that a later result depends on.
 *
 * Calls come from several threads at once, each with arrays of its own, unless the library exports `int32_t refconv_not_reentrant` (any value).
 * Threads of the library that spin while they wait (OpenMP's, often) take the processor from each other on a busy machine: set
 * OMP_NUM_THREADS=1 there.
 */
#ifndef REFCONV_H
#define REFCONV_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Shapes of one convolution. Axes are listed the slowest first: { height, width, 1 } for rank 2. The places of axes beyond the rank hold
 * 1, and 0 for padding, so that code for three axes does every rank. 208 bytes, without holes.
 *
 * A geometry is valid if all of this holds. Every geometry that is asked is valid, unless the library claims refuses-invalid=yes
 * (refconv_claims below): then it is asked others too, and must answer them by REFCONV_INVALID (or any value but 0), with the result left
 * as it was:
 *
 *     version is 1
 *     rank is 1, 2 or 3
 *     batch >= 0 (an empty batch is valid: there is nothing to do, except that a weight gradient is all zeros)
 *     in_channels, out_channels, groups >= 1
 *     groups divides in_channels and out_channels
 *     on every axis   input >= 0 (an input of size 0 is valid where the padding is large enough for the kernel)
 *                     kernel, stride, dilation >= 1
 *                     pad_begin, pad_end >= 0
 *                     dilation * (kernel - 1) + 1 <= input + pad_begin + pad_end
 *                     output = (input + pad_begin + pad_end - (dilation * (kernel - 1) + 1)) / stride + 1, rounded down
 *     on an axis beyond the rank   input, kernel, output, stride, dilation = 1 and pad_begin, pad_end = 0
 */
typedef struct refconv_geometry {
    int32_t version;      /* REFCONV_VERSION */
    int32_t rank;         /* number of spatial axes, 1..3 */
    int64_t batch;        /* images */
    int64_t in_channels;
    int64_t out_channels;
    int64_t groups;       /* output channel k reads the in_channels / groups channels of its own group; in_channels: depthwise */
    int64_t input[3];     /* elements */
    int64_t kernel[3];    /* taps */
    int64_t output[3];    /* elements */
    int64_t stride[3];    /* inputs from one window to the next */
    int64_t dilation[3];  /* inputs from one tap to the next */
    int64_t pad_begin[3]; /* positions before the first input; may be larger than the kernel, and differ from pad_end */
    int64_t pad_end[3];   /* positions behind the last input */
} refconv_geometry;

enum {
    REFCONV_VERSION = 1,

    REFCONV_DONE = 0,          /* the result is written, every element of it */
    REFCONV_NOT_SUPPORTED = 1, /* valid, but this library does not do it: counted and printed, not a fault */
    REFCONV_INVALID = 2        /* this and every other value: refused; a fault if the geometry is valid (a limit is not supported) */
};

int32_t refconv_forward_f32(const refconv_geometry *geometry, const float *x, const float *w, const float *bias_or_null, float *y);
int32_t refconv_data_gradient_f32(const refconv_geometry *geometry, const float *w, const float *dy, float *dx);
int32_t refconv_weight_gradient_f32(const refconv_geometry *geometry, const float *x, const float *dy, float *dw);

int32_t refconv_forward_f64(const refconv_geometry *geometry, const double *x, const double *w, const double *bias_or_null, double *y);
int32_t refconv_data_gradient_f64(const refconv_geometry *geometry, const double *w, const double *dy, double *dx);
int32_t refconv_weight_gradient_f64(const refconv_geometry *geometry, const double *x, const double *dy, double *dw);

/* Define this one (`int32_t refconv_not_reentrant = 1;`) only if two calls must not run at the same time. */
extern int32_t refconv_not_reentrant;

/*
 * Define this one only to claim something: less than everything, another rounding, or more. What a library does not claim it is not
 * asked and not blamed for. It returns words with white space between them, less than 1024 bytes together, or null; it is called once,
 * when the library is loaded.
 *
 *     class=direct                 sums are rounded in the type, in any order                         (if left out)
 *           wide                   ... in at least twice the bits, and rounded once
 *           reduced:BITS           ... of operands that are rounded to so many significant bits first
 *           transforming:FACTOR    ... recombined (Winograd, FFT): errors of FACTOR * u * products * max |x| * max |w|
 *     padding=skipped              a NaN or infinity that meets only padding does nothing             (if left out)
 *             multiplied           ... is multiplied by zero, and gives NaN
 *             either               ... the one or the other, result by result
 *     gradient-padding=...         the same for the data gradient, which padding= leaves alone
 *     subnormals=kept | flushed    whether they may be taken for zero                                 (kept)
 *     infinities=kept | nan        whether a sum that meets one may come out NaN, as a compensated (Kahan) sum does   (kept)
 *     ranks=1,2,3                  numbers of spatial axes, of these                                  (all)
 *     groups=yes | no              more groups than one                                               (yes)
 *     dilation=, stride=           above 1                                                            (yes)
 *     asymmetric-padding=          pad_begin other than pad_end                                       (yes)
 *     bias=                        in the forward operator                                            (yes)
 *     empty-batch=                 a batch of 0                                                       (yes)
 *     refuses-invalid=             every invalid geometry is refused                                  (no)
 *     pooling-nan=either           of poolings (docs/protocol.md), which no library has: NaN is not asked   (if left out)
 *                 propagates       ... what meets a NaN is NaN
 *                 dropped          ... a maximum is that of the other inputs
 *
 * With an operator before it a word holds for that one, whatever the others say: forward:class=wide, data-gradient:padding=either,
 * weight-gradient:dilation=no.
 * `refconv check --claims WORDS` says the same from outside, and stands over it.
 */
const char *refconv_claims(void);

#ifdef __cplusplus
}
#endif

#endif
