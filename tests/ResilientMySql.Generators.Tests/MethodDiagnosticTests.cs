using static ResilientMySql.Generators.Tests.Mistakes;

namespace ResilientMySql.Generators.Tests;

/// <summary>RMS1xx: what is wrong with the shape of a method.</summary>
public sealed class MethodDiagnosticTests
{
    [Fact]
    public void MethodNotPartial_IsReported() =>
        AssertReported("RMS101", "GetCity", """[Query("SELECT 1")] public int GetCity() => 1;""");

    [Fact]
    public void MethodWithBody_IsReported() =>
        AssertReported("RMS101", "GetCity", """[Query("SELECT 1")] public partial int GetCity(); public partial int GetCity() => 1;""");

    [Fact]
    public void AttributeOnTheImplementation_IsReported() =>
        AssertReported("RMS101", "GetCity", """public partial int GetCity(); [Query("SELECT 1")] public partial int GetCity() => 1;""");

    [Fact]
    public void LocalFunction_IsReported() =>
        AssertReported("RMS101", "GetCity", """public int Outer() { return GetCity(); [Query("SELECT 1")] static int GetCity() => 1; }""");

    [Fact]
    public void Accessor_IsReported() =>
        AssertReported("RMS101", "get", """public int City { [Query("SELECT 1")] get; }""");

    [Fact]
    public void ContainerNotPartial_IsReported() =>
        AssertReported("RMS102", "GetCity", """public class Inner { [Query("SELECT 1")] public partial int GetCity(); }""", "CS0751", "CS8795");

    [Fact]
    public void ContainerLocalToItsFile_IsReported()
    {
        Generation generation = Generation.Run(Sources.Usings + """
            file partial class Queries(ResilientMySqlDataSource dataSource)
            {
                [Query("SELECT 1")] public partial int GetCity();
            }
            """);

        Assert.Null(generation.Exception);
        Assert.Equal("RMS102", Assert.Single(generation.Diagnostics).Id);
    }

    [Fact]
    public void VariantInterface_IsReported()
    {
        Generation generation = Generation.Run(Sources.Usings + """
            public partial interface IQueries<out T>
            {
                ResilientMySqlDataSource DataSource { get; }
                [Query("SELECT 1")] public partial int GetCity();
            }
            """);

        Assert.Null(generation.Exception);
        Assert.Equal("RMS102", Assert.Single(generation.Diagnostics).Id);
    }

    [Fact]
    public void NoDataSource_IsReported() =>
        AssertReported("RMS103", "GetCity", """public partial class Inner { [Query("SELECT 1")] public partial int GetCity(); }""");

    [Fact]
    public void InstanceDataSourceForStaticMethod_IsReported() =>
        AssertReported("RMS103", "GetCity", """[Query("SELECT 1")] public static partial int GetCity();""");

    [Fact]
    public void SeveralDataSources_AreReported() => AssertReported("RMS104", "GetCity", """
        public partial class Inner(ResilientMySqlDataSource first, ResilientMySqlDataSource second)
        {
            public object[] All => [first, second];
            [Query("SELECT 1")] public partial int GetCity();
        }
        """);

    [Fact]
    public void GenericMethod_IsReported() =>
        AssertReported("RMS105", "GetCity", """[Query("SELECT @id")] public partial T GetCity<T>(T? id) where T : class, new();""");

    [Fact]
    public void BothAttributes_AreReported() =>
        AssertReported("RMS106", "GetCity", """[Query("SELECT 1"), Execute("DO 1")] public partial int GetCity();""");

    [Fact]
    public void HiddenDataSource_IsReported() =>
        AssertReported("RMS107", "dataSource", """[Query("SELECT @dataSource")] public partial int GetCity(int dataSource);""");
}
