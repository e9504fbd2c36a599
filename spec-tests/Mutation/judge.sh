#!/usr/bin/env bash
# Mutates a room of the judge. Stryker rewrites every file of the project it is pointed at, whichever are then tested, and that makes
# them slow. So this works on a copy of the repository in which the rooms below are a project of their own, and those above are left out.
#
#   spec-tests/Mutation/judge.sh FOLDER Cases|Checking|Schedules [FILES]
#
# FOLDER is made anew. FILES is a part of the room, for example 'Path*' or '[!P]*': Schedules has some 1,500 mutants.
set -euo pipefail

if [ $# -lt 2 ] || [ $# -gt 3 ] || [[ ! $2 =~ ^(Cases|Checking|Schedules)$ ]]; then
    echo "two or three words: FOLDER Cases|Checking|Schedules [FILES], was '$*'" >&2
    exit 2
fi

folder=$1
room=$2
files=${3:-*}
case $room in
    Cases) below=() ;;
    Schedules) below=(Cases Candidates Files Judging Networks Rules) ;;
    Checking) below=(Cases Candidates Files Judging Networks Rules Schedules Museum) ;;
esac

git clone --quiet "$(git rev-parse --show-toplevel)" "$folder"
cd "$folder/src"
mkdir ReferenceConv.Below
{
    echo '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><AllowUnsafeBlocks>true</AllowUnsafeBlocks></PropertyGroup><ItemGroup>'
    echo '<ProjectReference Include="..\ReferenceConv\ReferenceConv.csproj" /><InternalsVisibleTo Include="ReferenceConv.Verification" />'
    [ ${#below[@]} = 0 ] || printf '<Compile Include="..\\ReferenceConv.Verification\\%s\\**\\*.cs" />\n' "${below[@]}"
    echo '</ItemGroup></Project>'
} > ReferenceConv.Below/ReferenceConv.Below.csproj

# the dice are thrown by the schedules, and tested with them
[ "$room" = Cases ] && rm ReferenceConv.Verification/Cases/Dice.cs
[ "$room" = Schedules ] && mv ReferenceConv.Verification/Cases/Dice.cs ReferenceConv.Verification/Schedules/
sed -i '/^<\/Project>/d' ReferenceConv.Verification/ReferenceConv.Verification.csproj
cat >> ReferenceConv.Verification/ReferenceConv.Verification.csproj <<PROJECT
  <ItemGroup>
    <Compile Remove="**\*.cs" />
    <Compile Include="$room\*.cs;Optimized.cs" />
    <ProjectReference Include="..\ReferenceConv.Below\ReferenceConv.Below.csproj" />
  </ItemGroup>
</Project>
PROJECT
# Stryker compiles what it has mutated without optimisation, unless the source says what it wants
echo '[assembly: System.Diagnostics.Debuggable(System.Diagnostics.DebuggableAttribute.DebuggingModes.IgnoreSymbolStoreSequencePoints)]' \
    > ReferenceConv.Verification/Optimized.cs
sed -i 's#<TreatWarningsAsErrors>true#<RunAnalyzers>false</RunAnalyzers><TreatWarningsAsErrors>false#' ../Directory.Build.props

cd ../spec-tests
helpers='Verification\Candidates\Answers.cs;Verification\Rules\Instances.cs;Verification\Runs\Planted.cs'
[ "$room" = Cases ] && helpers=
sed -i '/<Protobuf /d; /GenerateProgramFile/d; /Google.Protobuf/d; /Grpc.Tools/d; /NUnit.Analyzers/d; /Cli.csproj/d
    /ReferenceConv.NUnit.csproj/d; /^<\/Project>/d' ReferenceConv.SpecTests.csproj
cat >> ReferenceConv.SpecTests.csproj <<PROJECT
  <ItemGroup>
    <Compile Remove="**\*.cs" />
    <Compile Include="Verification/$room/*.cs;Repository.cs;$helpers" />
  </ItemGroup>
</Project>
PROJECT
rm packages.lock.json Verification/Checking/FastRungTests.cs
rm ../src/ReferenceConv.Verification/packages.lock.json
# every mutant starts the tests anew: one seed where there are several, and no transforms, which test the rules rather than the check
sed -i 's/\[Range(1, 20)\]/[Range(1, 2)]/; s/\[Values(1UL, 2UL, 3UL)\]/[Values(1UL)]/; /\[TestCase([23]UL)\]/d' \
    Verification/Schedules/CheckScheduleTests.cs

dotnet tool restore
dotnet dotnet-stryker --project ReferenceConv.Verification.csproj --configuration Release --mutate "**/$room/$files.cs" \
    --test-case-filter "FullyQualifiedName~SpecTests.Verification.$room&FullyQualifiedName!~A_transform_is_not_accused" \
    -c 2 -r json -r markdown
