using System.Numerics;
using System.Text;
using NUnit.Framework;
using ReferenceConv.SpecTests.Candidates.Exec;
using ReferenceConv.Verification.Files;

namespace ReferenceConv.SpecTests.Files;

public sealed class NpyTests
{
    private string file = "";

    [SetUp]
    public void NameAFile() => file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid()}.npy");

    [TearDown]
    public void RemoveTheFile() => File.Delete(file);

    [TestCase(new int[] { })]
    [TestCase(new[] { 6 })]
    [TestCase(new[] { 2, 3 })]
    [TestCase(new[] { 0, 3 })]
    [TestCase(new[] { 1, 1, 1, 1, 1, 1, 1 })]
    [TestCase(new[] { 60_000 })]
    public void What_is_written_is_read_back(int[] shape)
    {
        AssertRoundTrip<float>(shape);
        AssertRoundTrip<double>(shape);
    }

    [Test]
    public void A_file_is_what_NumPy_writes_byte_for_byte()
    {
        Npy.Write<float>(file, [2, 1], [1f, -2f]);

        string text = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1), }".PadRight(117) + "\n";
        Assert.That(File.ReadAllBytes(file), Is.EqualTo(Bytes([1, 0, 118, 0], text, [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0])));
    }

    [Test]
    public void NumPy_reads_what_is_written_and_writes_what_is_read()
    {
        Npy.Write<double>(file, [2, 3], [1, -2, 0.5, double.PositiveInfinity, 1e300, double.Epsilon]);
        string numpy = $"import numpy as np; a = np.load('{file}'); assert a.shape == (2, 3) and a[0, 1] == -2; np.save('{file}', (a.T.copy() * -1).astype(np.float32))";

        Assert.That(Commands.Run($"{Commands.Python()} -W ignore -c \"{numpy}\""), Is.EqualTo((0, "")));
        Assert.That(
            Npy.Read<float>(file, [3, 2]), Is.EqualTo(new[] { -1f, float.NegativeInfinity, 2f, float.NegativeInfinity, -0.5f, 0f }));
    }

    [TestCase(1, "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }")]
    [TestCase(2, "{'shape':(1,),\"descr\":\"<f4\",'fortran_order':False}")]
    [TestCase(3, " { 'fortran_order' : False , 'shape' : ( 1 ) , 'descr' : '<f4' } \n")]
    public void Every_version_and_order_of_the_header_is_read(byte version, string text)
    {
        WriteFile(version, text, [0, 0, 0x80, 0x3F]);

        Assert.That(Npy.Read<float>(file, [1]), Is.EqualTo(new[] { 1f }));
    }

    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }", "descr must be '<f4', was '<f8'")]
    [TestCase("{'descr': '>f4', 'fortran_order': False, 'shape': (1,), }", "descr must be '<f4', was '>f4'")]
    [TestCase("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", "descr must be '<f4', was '|O'")]
    [TestCase("{'descr': '<f4', 'fortran_order': True, 'shape': (1,), }",
        "fortran_order must be False (numpy.ascontiguousarray makes it so), was True")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (), }", "shape must be (1,), was ()")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1), }", "shape must be (1,), was (1, 1)")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775807, 4), }",
        "shape must be (1,), was (9223372036854775807, 4)")]
    public void Another_array_than_the_one_asked_for_is_refused(string text, string rule)
    {
        WriteFile(1, text, [0, 0, 0x80, 0x3F]);

        AssertRefused(rule);
    }

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("[1, 2]")]
    [TestCase("{}")]
    [TestCase("{'descr': '<f4', 'fortran_order': False}")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (1,)")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} {}")]
    [TestCase("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1,)}")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'more': 1}")]
    [TestCase("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}")]
    [TestCase("{'descr': '<f4', 'fortran_order': 0, 'shape': (1,)}")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': 1}")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (1")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (1e0,)}")]
    [TestCase("{'descr': '<f4")]
    [TestCase("{descr: '<f4', 'fortran_order': False, 'shape': (1,)}")]
    public void A_header_that_is_no_dictionary_of_the_three_keys_is_refused(string text)
    {
        WriteFile(1, text, [0, 0, 0x80, 0x3F]);

        AssertRefused(".npy header must be a dictionary of descr, fortran_order and shape: ");
    }

    [Test]
    public void A_file_that_does_not_begin_like_one_is_refused()
    {
        File.WriteAllBytes(file, "PK\u0003\u0004 is a .npz"u8.ToArray());
        AssertRefused("an .npy file must begin with the bytes 93-4E-55-4D-50-59, begins with 50-4B-03-04-20-69");

        File.WriteAllBytes(file, []);
        AssertRefused("an .npy file must hold a header, holds 0 bytes");

        File.WriteAllBytes(file, Bytes([4, 0, 0, 0], "", []));
        AssertRefused(".npy format must be 1.0, 2.0 or 3.0, was 4.0");

        File.WriteAllBytes(file, Bytes([1, 1, 0, 0], "", []));
        AssertRefused(".npy format must be 1.0, 2.0 or 3.0, was 1.1");
    }

    [Test]
    public void A_truncated_file_is_refused_wherever_it_ends()
    {
        Npy.Write<float>(file, [2], [1f, 2f]);
        byte[] whole = File.ReadAllBytes(file);
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(file, whole[..length]);
            AssertRefused("");
        }

        AssertRefused("after its header a file of shape (2,) must hold 8 bytes, holds 7", shape: [2]);
    }

    [Test]
    public void Bytes_behind_the_data_are_refused()
    {
        Npy.Write<float>(file, [1], [1f]);
        File.AppendAllText(file, "x");

        AssertRefused("after its header a file of shape (1,) must hold 4 bytes, holds 5");
    }

    [Test]
    public void A_length_that_the_file_does_not_have_takes_no_memory()
    {
        File.WriteAllBytes(file, Bytes([2, 0, 0xFF, 0xFF, 0xFF, 0xFF], "{", []));
        AssertRefused(".npy header must be ≤ 10000 bytes, was 4294967295");

        WriteFile(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (2000000000,), }", [0]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(() => Npy.Read<double>(file, [2_000_000_000]),
            Throws.TypeOf<InvalidDataException>().With.Message.EndsWith("must hold 16000000000 bytes, holds 1"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1 << 20));
    }

    [Test]
    public void A_pipe_in_the_place_of_a_file_is_refused_and_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("no named pipes in folders on Windows");
        Commands.Run($"mkfifo '{file}'");

        AssertRefused("an .npy file must hold a header, holds 0 bytes");
        Assert.That(Npy.Holds<float>(file, [1], [1f]), Is.False);
    }

    [Test]
    public void A_changed_byte_anywhere_is_seen()
    {
        float[] numbers = [.. Enumerable.Range(0, 40_000)];
        Npy.Write<float>(file, [200, 200], numbers);
        Assert.That(Npy.Holds<float>(file, [200, 200], numbers));

        byte[] whole = File.ReadAllBytes(file);
        foreach (int changed in new[] { 0, 127, 128, 70_000, whole.Length - 1 })
        {
            whole[changed] ^= 1;
            File.WriteAllBytes(file, whole);
            Assert.That(Npy.Holds<float>(file, [200, 200], numbers), Is.False, $"byte {changed}");
            whole[changed] ^= 1;
        }

        File.WriteAllBytes(file, [.. whole, 0]);
        Assert.That(Npy.Holds<float>(file, [200, 200], numbers), Is.False);
    }

    [Test]
    public void More_or_fewer_numbers_than_the_shape_has_are_not_written() =>
        Assert.That(
            () => Npy.Write<float>(file, [2, 2], [1f]),
            Throws.ArgumentException.With.Message.EqualTo("an array of shape (2, 2) must have 4 numbers, had 1"));

    private static byte[] Bytes(byte[] versionAndLength, string text, byte[] data) =>
        [0x93, .. "NUMPY"u8, .. versionAndLength, .. Encoding.Latin1.GetBytes(text), .. data];

    private void WriteFile(byte version, string text, byte[] data)
    {
        byte[] length = BitConverter.GetBytes(text.Length);
        File.WriteAllBytes(file, Bytes([version, 0, .. version == 1 ? length[..2] : length], text, data));
    }

    private void AssertRoundTrip<T>(int[] shape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] numbers = [.. Enumerable.Range(1, shape.Aggregate(1, static (product, size) => product * size)).Select(
            static e => T.One / T.CreateChecked(e))];
        Npy.Write<T>(file, shape, numbers);
        Assert.That(Npy.Read<T>(file, shape), Is.EqualTo(numbers));
    }

    private void AssertRefused(string rule, int[]? shape = null) =>
        Assert.That(
            () => Npy.Read<float>(file, shape ?? [1]),
            Throws.TypeOf<InvalidDataException>().With.Message.StartsWith($"{file}: {rule}").And.Message.Not.Contain("\n"));
}
