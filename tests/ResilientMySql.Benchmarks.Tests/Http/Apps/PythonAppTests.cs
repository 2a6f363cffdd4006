using ResilientMySql.Benchmarks.Http.Apps;

namespace ResilientMySql.Benchmarks.Tests.Http.Apps;

/// <summary>What is read from uwsgi's messages.</summary>
public sealed class PythonAppTests
{
    [Fact]
    public void Port_IsRead()
    {
        Assert.True(PythonApp.TryReadPort("uwsgi socket 0 bound to TCP address 127.0.0.1:34835 (port auto-assigned) fd 3", out int port));
        Assert.Equal(34835, port);
    }

    [Fact]
    public void OtherMessages_HaveNone() => Assert.False(PythonApp.TryReadPort("spawned uWSGI worker 1 (pid: 23207, cores: 16)", out _));
}
