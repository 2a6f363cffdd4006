namespace ResilientMySql.Generators.Tests;

/// <summary>What is generated for each kind of containing type, data source and signature.</summary>
public sealed class ContainerTests
{
    [Fact]
    public Task NestedGenericType_IsReopened() => Verifier.Verify(Generation.Compiled(Sources.Usings + """
        namespace Sakila.@class.Data
        {
            public partial class Outer<TRow> where TRow : class
            {
                internal partial record struct Middle<@int>
                {
                    internal abstract unsafe partial class Queries<TSink>
                    {
                        protected abstract ResilientMySqlDataSource Source { get; }

                        [Query("SELECT @TSink")]
                        protected internal virtual partial int One(int TSink);
                    }
                }
            }
        }
        """));

    [Fact]
    public Task StaticMethod_UsesTheStaticField() => Verifier.Verify(Generation.Compiled(Sources.Usings + """
        internal static partial class Queries
        {
            private static readonly ResilientMySqlDataSource Shared = null!;

            [Query("SELECT @Shared")]
            internal static partial int Echo(this int Shared);
        }
        """));

    [Fact]
    public Task FieldFilledFromThePrimaryConstructor_IsUsed() => Verifier.Verify(Generation.Compiled(Sources.Usings + """
        public partial class Queries(ResilientMySqlDataSource dataSource)
        {
            private readonly ResilientMySqlDataSource _class = dataSource;

            public ResilientMySqlDataSource DataSource => _class;

            [Query("SELECT @_class")]
            public partial int Echo(int _class);
        }
        """));

    [Fact]
    public Task RecordWithDataSource_HasOne() => Verifier.Verify(Generation.Compiled(Sources.Usings + """
        public partial record Queries(ResilientMySqlDataSource DataSource)
        {
            [Query("SELECT 1")]
            public partial int One();
        }
        """));

    [Fact]
    public Task InheritedProperty_IsUsed() => Verifier.Verify(Generation.Compiled(Sources.Usings + """
        public abstract class Repository(ResilientMySqlDataSource dataSource)
        {
            protected ResilientMySqlDataSource DataSource { get; } = dataSource;
        }

        public partial class Queries(ResilientMySqlDataSource dataSource) : Repository(dataSource)
        {
            [Query("SELECT 1")]
            public partial int One();
        }
        """));

    [Fact]
    public Task Interface_ImplementsByDefault() => Verifier.Verify(Generation.Compiled(Sources.Usings + """
        public partial interface IQueries<T>
        {
            ResilientMySqlDataSource DataSource { get; }

            [Query("SELECT 1")]
            public partial int One();
        }
        """));

    [Fact]
    public Task Overloads_HaveStableNames() => Verifier.Verify(Generation.Compiled(Sources.CityQueries("""
        [Query("SELECT city FROM city WHERE city_id = @id")]
        public partial string Get(int id);

        [Execute("DELETE FROM city WHERE city_id = @id")]
        public partial int Get(long id);

        [Query("SELECT 1")]
        public partial int GET();
        """)));

    [Fact]
    public Task SeveralPartialFiles_AreOneType() => Verifier.Verify(Generation.Compiled(
        Sources.CityQueries("""
            [Query("SELECT 1")]
            public partial int One();
            """),
        Sources.Usings + """
        partial class CityQueries
        {
            [Query("SELECT 2")]
            public partial int Two();
        }
        """));

    [Fact]
    public Task OwnDocumentation_StandsAlone() => Verifier.Verify(Generation.Compiled(Sources.CityQueries("""
        /// <summary>Counts to one.</summary>
        [Query("SELECT 1")]
        public partial int One();
        """)));

    [Fact]
    public Task TakenNames_AreAvoided() => Verifier.Verify(Generation.Compiled(Sources.CityQueries("""
        private sealed class GetQuery;

        private static readonly Type[] Taken = [typeof(GetQuery), typeof(FindQuery)];

        [Query("SELECT CONCAT(@sink, @CommandText, @ToString, @ToString_, @FindStatement)")]
        public partial int Get(int sink, string CommandText, int ToString, int ToString_, int FindStatement);

        [Query("SELECT 1")]
        public partial int Find();
        """) + """


        internal sealed class FindQuery;
        """));

    [Fact]
    public Task KeywordsAndDefaults_AreRepeatedWhereDue() => Verifier.Verify(Generation.Compiled(Sources.CityQueries("""
        [Query("SELECT CONCAT(@class, @Event, @value, @params)")]
        public partial int @checked(int @class, in int @event, string value = "x", params byte[] @params);
        """)));
}
