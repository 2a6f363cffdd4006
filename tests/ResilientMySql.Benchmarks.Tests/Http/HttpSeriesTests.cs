using ResilientMySql.Benchmarks.Http;

namespace ResilientMySql.Benchmarks.Tests.Http;

/// <summary>What becomes of a contender's turns.</summary>
public sealed class HttpSeriesTests
{
    private readonly HttpSeries _pool = new(HttpContender.DefaultPool, [HttpSamples.Of(100), HttpSamples.Of(200), HttpSamples.Of(400)]);

    [Fact]
    public void Ratio_IsOfMedians_BesideThoseOfTheRounds()
    {
        var ratio = new HttpSeries(HttpContender.GeneratedOnWire, [HttpSamples.Of(300), HttpSamples.Of(400), HttpSamples.Of(400)]).Over(_pool);

        Assert.Equal((2, 1, 3), (ratio.Middle, ratio.Lowest, ratio.Highest));
    }

    [Fact]
    public void Cpu_IsOfApplicationAndServer()
    {
        var wire = new HttpSeries(HttpContender.GeneratedOnWire, [HttpSamples.Of(100, appCpu: 30, serverCpu: 50)]);

        Assert.Equal((30, 50), (wire.AppCpuPerRequest, wire.ServerCpuPerRequest));
        Assert.Equal(0.4, wire.CpuOver(_pool with { Samples = [HttpSamples.Of(100)] })!.Value.Middle, 6);
    }

    [Fact]
    public void WhatIsNotKnown_IsNotCompared()
    {
        var python = new HttpSeries(HttpContender.PythonPerThread, [HttpSamples.Of(100, serverCpu: null, bytes: null)]);

        Assert.Null(python.CpuOver(_pool));
        Assert.Null(python.BytesOver(_pool));
        Assert.Null(python.BytesPerRequest);
    }
}
