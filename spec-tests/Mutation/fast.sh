#!/usr/bin/env bash
# Mutates the files of the fast path that carry indices. Stryker rewrites every file of the project it is pointed at, whichever are then tested, and the
# micro-kernels become so slow by it that nothing ends. So this works on a copy of the repository in which all that is not mutated is a project of its own.
#
#   spec-tests/Mutation/fast.sh FOLDER tiles|gemm GLOB…      FOLDER is made anew; then whose tests are asked; GLOBs as Stryker's --mutate takes them
set -euo pipefail

if [ $# -lt 3 ]; then
    echo "three words or more: FOLDER tiles|gemm GLOB…, were $#" >&2
    exit 2
fi

folder=$1
case $2 in
    tiles) tests=(TailTests TapTests BandTests TransposedTailTests NineTapTests PreparedConvolutionTests) ;;
    gemm) tests=(Gemm) ;;
    *)
        echo "the second word must be tiles or gemm, was '$2'" >&2
        exit 2 ;;
esac
globs=("${@:3}")

git clone --quiet "$(git rev-parse --show-toplevel)" "$folder"
cd "$folder/src"
mkdir ReferenceConv.Rest
cat > ReferenceConv.Rest/ReferenceConv.Rest.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="MathNet.Numerics" />
    <PackageReference Include="System.Numerics.Tensors" />
    <Compile Include="..\ReferenceConv\**\*.cs" Exclude="..\ReferenceConv\obj\**;..\ReferenceConv\Fast\**" />
    <Compile Include="..\ReferenceConv\Fast\Kernels\*.cs" />
    <InternalsVisibleTo Include="ReferenceConv" />
    <InternalsVisibleTo Include="ReferenceConv.Benchmarks" />
  </ItemGroup>
</Project>
PROJECT
sed -i 's#^</Project>#  <ItemGroup>\n    <Compile Remove="**\\*.cs" />\n    <Compile Include="Fast\\**\\*.cs" Exclude="Fast\\Kernels\\*.cs" />\n    <ProjectReference Include="..\\ReferenceConv.Rest\\ReferenceConv.Rest.csproj" />\n  </ItemGroup>\n</Project>#' \
    ReferenceConv/ReferenceConv.csproj

cd ../spec-tests
# a wrong index shows at any width and with any bias: one of each, and integers alone, take a small part of the time
sed -i 's/Enum.GetValues<VectorWidth>()/new[] { VectorWidth.Bits128 }/' Fast/Engine.cs
sed -i 's/new\[\] { integers.Fault(engine), floats.Fault(engine) }/new[] { integers.Fault(engine) }/; /var floats = /d; s/new\[\] { true, false }/new[] { true }/' Fast/ExactSums.cs
# every mutant starts the tests anew, and only these are asked for
sed -i '/<Protobuf /d; /GenerateProgramFile/d' ReferenceConv.SpecTests.csproj
sed -i 's#^</Project>#  <ItemGroup>\n    <Compile Remove="**\\*.cs" />\n    <Compile Include="Fast\\*.cs;Fast\\Gemm\\*.cs" />\n  </ItemGroup>\n</Project>#' ReferenceConv.SpecTests.csproj
if [ "$(git diff --name-only Fast/Engine.cs Fast/ExactSums.cs ReferenceConv.SpecTests.csproj | wc -l)" != 3 ]; then
    echo "the tests have changed: nothing was left out of them" >&2
    exit 2
fi

# Stryker compiles what it has mutated without optimisation, unless the source says what it wants
echo '[assembly: System.Diagnostics.Debuggable(System.Diagnostics.DebuggableAttribute.DebuggingModes.IgnoreSymbolStoreSequencePoints)]' \
    > ../src/ReferenceConv/Fast/Optimized.cs
# every test of the filter reaches nearly every mutant: to find out which does costs more than it saves
echo '{ "stryker-config": { "coverage-analysis": "off" } }' > stryker-config.json
filter=$(printf '|FullyQualifiedName~Fast.%s' "${tests[@]}")
dotnet tool restore
dotnet dotnet-stryker --project ReferenceConv.csproj --configuration Release "${globs[@]/#/--mutate=}" --concurrency 2 \
    --test-case-filter "${filter:1}" --reporter json --reporter markdown
