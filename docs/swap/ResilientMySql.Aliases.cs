// Gives the names of MySqlConnector's types to those of ResilientMySql, in the whole project that this file is compiled into.
//
// A using alias outranks the types that `using MySqlConnector;` brings in, so that code written for the driver needs no change.
// What has no line here stays the driver's own: parameters, exceptions, enums and all else that holds no connection.
// Not reached: `using MySqlConnector;` inside a namespace, which outranks this file, and names in strings.
//
// To go back, delete this file (eng/swap.sh --undo does, and removes the reference).

global using MySqlBatch = ResilientMySql.ResilientMySqlBatch;
global using MySqlBulkCopy = ResilientMySql.ResilientMySqlBulkCopy;
global using MySqlBulkLoader = ResilientMySql.ResilientMySqlBulkLoader;
global using MySqlCommand = ResilientMySql.ResilientMySqlCommand;
global using MySqlCommandBuilder = ResilientMySql.ResilientMySqlCommandBuilder;
global using MySqlConnection = ResilientMySql.ResilientMySqlConnection;
global using MySqlConnectionStringBuilder = ResilientMySql.ResilientMySqlConnectionStringBuilder;
global using MySqlConnectorFactory = ResilientMySql.ResilientMySqlFactory;
global using MySqlDataAdapter = ResilientMySql.ResilientMySqlDataAdapter;
global using MySqlDataReader = ResilientMySql.ResilientMySqlDataReader;
global using MySqlDataSource = ResilientMySql.ResilientMySqlDataSource;
global using MySqlDataSourceBuilder = ResilientMySql.ResilientMySqlDataSourceBuilder;
global using MySqlRowUpdatedEventArgs = ResilientMySql.ResilientMySqlRowUpdatedEventArgs;
global using MySqlRowUpdatedEventHandler = ResilientMySql.ResilientMySqlRowUpdatedEventHandler;
global using MySqlRowUpdatingEventArgs = ResilientMySql.ResilientMySqlRowUpdatingEventArgs;
global using MySqlRowUpdatingEventHandler = ResilientMySql.ResilientMySqlRowUpdatingEventHandler;
global using MySqlTransaction = ResilientMySql.ResilientMySqlTransaction;
