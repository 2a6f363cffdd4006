using System.Diagnostics;
using ResilientMySql.Microbenchmarks.Ground;

namespace ResilientMySql.Microbenchmarks.Shapes;

/// <summary>Makes the contenders, each with a connection of its own.</summary>
internal static class ShapeContenders
{
    public static ShapeContender Create(ShapeWay way) => way switch
    {
        ShapeWay.MySqlConnector => ByHand.On(MicroServer.OpenDriver()),
        ShapeWay.ResilientMySql => ByHand.On(MicroServer.Open()),
        ShapeWay.Dapper => new WithDapper(MicroServer.OpenDriver()),
        ShapeWay.DapperAot => new WithDapperAot(MicroServer.OpenDriver()),
        ShapeWay.Generated => new Generated(MicroServer.Open()),
        ShapeWay.GeneratedWire => new Generated(MicroServer.Open(WireMode.Auto)),
        _ => throw new UnreachableException(),
    };

    /// <summary>The same for asynchronous calls.</summary>
    public static async Task<ShapeContender> CreateAsync(ShapeWay way) => way switch
    {
        ShapeWay.MySqlConnector => await ByHand.OnAsync(await MicroServer.OpenDriverAsync()),
        ShapeWay.ResilientMySql => await ByHand.OnAsync(await MicroServer.OpenAsync()),
        ShapeWay.Dapper => new WithDapper(await MicroServer.OpenDriverAsync()),
        ShapeWay.DapperAot => new WithDapperAot(await MicroServer.OpenDriverAsync()),
        ShapeWay.Generated => new Generated(await MicroServer.OpenAsync()),
        ShapeWay.GeneratedWire => new Generated(await MicroServer.OpenAsync(WireMode.Auto)),
        _ => throw new UnreachableException(),
    };
}
