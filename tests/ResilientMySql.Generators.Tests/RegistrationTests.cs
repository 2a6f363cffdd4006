namespace ResilientMySql.Generators.Tests;

/// <summary>The method that registers all classes with generated methods.</summary>
public sealed class RegistrationTests
{
    private const string Registration = """


        public static partial class Registration
        {
            [RegisterQueries]
            public static partial IServiceCollection AddQueries(this IServiceCollection services);
        }
        """;

    [Fact]
    public Task Classes_AreRegisteredWithTheirInterfaces() => Verifier.Verify(Generation.Compiled(Sources.Usings + """
        public interface ICityQueries
        {
            int One();
        }

        public sealed partial class CityQueries(ResilientMySqlDataSource dataSource) : ICityQueries, IDisposable
        {
            [Query("SELECT 1")] public partial int One();

            [Query("SELECT 2")] public partial int Two();

            public void Dispose() { }
        }

        public partial class Unit(ResilientMySqlConnection connection)
        {
            [Query("SELECT 1")] internal partial int One();

            private sealed partial class Hidden(ResilientMySqlDataSource dataSource)
            {
                [Query("SELECT 1")] public partial int One();
            }
        }

        public abstract partial class Base(ResilientMySqlDataSource dataSource)
        {
            [Query("SELECT 1")] public partial int One();
        }

        public sealed partial class Generic<T>(ResilientMySqlDataSource dataSource)
        {
            [Query("SELECT 1")] public partial int One();
        }

        public static partial class Extensions
        {
            [Query("SELECT 1")] public static partial int One(this ResilientMySqlDataSource dataSource);
        }
        """ + Registration));

    [Fact]
    public void NothingToRegister_IsNoMistake() => Generation.Compiled(Sources.Usings + Registration);

    [Fact]
    public void NewClass_IsRegisteredAndNothingElseEmitted()
    {
        Generation start = Generation.Run(Sources.CityQueries("""[Query("SELECT 1")] public partial int One();"""), Sources.Usings + Registration, "// Later.");

        Generation edited = start.Edit("File2.cs", "// Later.", Sources.CityQueries("""[Query("SELECT 1")] public partial int One();""").Replace("CityQueries", "Others", StringComparison.Ordinal));

        Assert.Contains("AddSingleton<global::Others>(services);", edited.Sources["Registration.AddQueries.g.cs"], StringComparison.Ordinal);
        Assert.Equal(start.Sources["CityQueries.One.g.cs"], edited.Sources["CityQueries.One.g.cs"]);
    }

    [Theory]
    [InlineData("public static partial void AddQueries(int services);")]
    [InlineData("public static partial int AddQueries(IServiceCollection services);")]
    [InlineData("public static partial IServiceCollection AddQueries<T>(IServiceCollection services);")]
    [InlineData("public static partial IServiceCollection AddQueries(ref IServiceCollection services);")]
    public void OtherShape_IsReportedAndThrows(string declaration)
    {
        Generation generation = Generation.Run(Sources.Usings + $$"""
            public static partial class Registration
            {
                [RegisterQueries]
                {{declaration}}
            }
            """);

        Assert.Equal("RMS110", Assert.Single(generation.Diagnostics).Id);
        Assert.Empty(generation.CompilerComplaints());
    }
}
