namespace ResilientMySql.Generators.Tests;

/// <summary>Rows, parameters and hosts that are unusual, valid, and generate code that compiles without a warning; or that are told.</summary>
public sealed class OddMemberTests
{
    private const string Hidden = """
        [Convert<Id.Plain>]
        public readonly record struct Id(int Value)
        {
            private sealed class Plain : IColumnConverter<Id, int>
            {
                public static Id FromColumn(int value) => new(value);
                public static int ToColumn(Id value) => value.Value;
            }
        }

        """;

    [Theory]
    [InlineData("public class B { public int A { get; set; } public int C { get; set; } } public sealed class D : B { public new int A { get; } = 1; } [Query(\"SELECT 1\")] public partial D Get();")]
    [InlineData("public class B { public virtual int A { get; set; } } public sealed class D : B { public override int A => 1; } [Query(\"SELECT 1\")] public partial D Get();")]
    [InlineData("private sealed class Row { internal required int A { get; init; } } [Query(\"SELECT 1\")] private partial Row Get();")]
    [InlineData("[Query(\"SELECT 1\")] public partial ValueTuple<int> Get();")]
    [InlineData("public interface I { int A { get; } } public interface J : I { int B { get; } } [Query(\"SELECT @A + @B\")] public partial int Get(J j);")]
    [InlineData("[Query(\"SELECT 1\")] public partial int Get(ResilientMySqlConnection? connection);")]
    [InlineData("private readonly ResilientMySqlDataSource? _source = null; [Query(\"SELECT 1\")] public partial int Get();")]
    [InlineData("[Query(\"SELECT 1 IN (@a) OR 1 IN (@b) OR 1 IN (@c)\")] public partial int Get(List<int>? a, int[]? b, IEnumerable<int>? c);")]
    [InlineData("public sealed record Row(int A); [Execute(\"INSERT INTO t (a) VALUES (@field.A)\")] public partial int Add(IReadOnlyList<Row> field);")]
    public void Members_Compile(string members) => Generation.Compiled(Sources.CityQueries(members));

    [Theory]
    [InlineData("required")]
    [InlineData("file")]
    [InlineData("scoped")]
    [InlineData("record")]
    [InlineData("var")]
    public void TypeNamedLikeAWord_IsReopened(string name) => Generation.Compiled(Sources.Usings
        + $"public partial class @{name}(ResilientMySqlDataSource source) {{ [Query(\"SELECT 1\")] public partial int Get(); }}");

    [Fact]
    public void InterfaceWithStaticAbstract_IsNotRegistered() => Generation.Compiled(Sources.Usings + """
        public interface IQueries { static abstract int X(); int Get(); }
        public partial class Queries(ResilientMySqlDataSource source) : IQueries { public static int X() => 1; [Query("SELECT 1")] public partial int Get(); }
        public static partial class Registrar { [RegisterQueries] public static partial IServiceCollection Add(this IServiceCollection services); }
        """);

    [Theory]
    [InlineData("RMS303", "public ref struct Row { public int A { get; set; } } [Query(\"SELECT 1\")] public partial Row Get();")]
    [InlineData("RMS203", "public ref struct Row { public int A { get; set; } } [Query(\"SELECT @row\")] public partial int Get(Row row);")]
    [InlineData("RMS203", "[Procedure(\"p\")] public partial void Call(out List<int> list);")]
    [InlineData("RMS203", "[Procedure(\"p\")] public partial void Call(out Version version);")]
    [InlineData("RMS203", "[Procedure(\"p\")] public partial void Call(out ReadOnlyMemory<char> text);")]
    [InlineData("RMS214", "[Query(\"SELECT @a\")] public partial int Get([Json<System.Text.Json.Serialization.JsonSerializerContext>] object a);")]
    [InlineData("RMS214", Hidden + "[Query(\"SELECT @id\")] public partial int Get(Id id);")]
    [InlineData("RMS303", Hidden + "[Query(\"SELECT 1\")] public partial Id Get();")]
    [InlineData("RMS303", Hidden + "public record Row(int A, Id B); [Query(\"SELECT 1 AS a, 2 AS b\")] public partial Row Get();")]
    [InlineData("RMS201", Hidden + "public record Row(int A, Id B); [Query(\"SELECT @a, @b\")] public partial int Get(Row row);")]
    [InlineData("RMS109", "[Query(\"SELECT 1\"), GenerateAsync] public override partial int GetHashCode();")]
    public void Misfit_IsReported(string id, string members)
    {
        Generation generation = Generation.Run(Sources.CityQueries(members));

        Assert.Equal(id, Assert.Single(generation.Diagnostics).Id);
        Assert.Empty(generation.CompilerComplaints());
    }

    /// <summary>In the query class itself everything is visible.</summary>
    [Fact]
    public void PrivateConverterBesideTheQuery_IsUsed() => Generation.Compiled(Sources.CityQueries("""
        private sealed class Plain : IColumnConverter<Version, string>
        {
            public static Version FromColumn(string value) => new(value);
            public static string ToColumn(Version value) => value.ToString();
        }

        [Query("SELECT @version")] [return: Convert<Plain>] public partial Version Get([Convert<Plain>] Version version);
        """));

    [Fact]
    public void SecondTimeLimit_IsReported()
    {
        Generation generation = Generation.Run(Sources.CityQueries("[Query(\"SELECT 1\")] public partial int Get([CommandTimeout] TimeSpan a, [CommandTimeout] TimeSpan b);"));

        Assert.Equal("RMS202", Assert.Single(generation.Diagnostics).Id);
    }
}
