using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>Binds arguments as a generated statement does.</summary>
internal delegate void Binding(ref WireParameterSink sink);
