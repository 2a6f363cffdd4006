using ResilientMySql.Microbenchmarks.Ground;
using ResilientMySql.Queries;

namespace ResilientMySql.Microbenchmarks.Shapes;

/// <summary>What all contenders ask; here our generator writes how.</summary>
internal sealed partial class ItemQueries(ResilientMySqlConnection connection)
{
    [Query(ItemTexts.Scalar), GenerateAsync]
    public partial int Scalar(int id);

    [Query(ItemTexts.Row), GenerateAsync]
    public partial Item Row(int id);

    [Query(ItemTexts.Rows), GenerateAsync]
    public partial List<Item> List(int count);

    [Execute(ItemTexts.Update), GenerateAsync]
    public partial int Update(int id);

    [Query(ItemTexts.Rows)]
    public partial IEnumerable<Item> Stream(int count);

    [Query(ItemTexts.Rows)]
    public partial IAsyncEnumerable<Item> StreamAsync(int count);
}
