/*
 * What a client in C pays for a query: MariaDB Connector/C, one prepared statement for each connection, parameter and result bound
 * once. A contender of `./bench wire`, which tells it on its input what to do, a line each, as the contenders in .NET:
 *
 *   host <tab> port <tab> user <tab> password <tab> schema        first, how to connect
 *   number <tab> name                                             then the cities to ask for, and an empty line
 *   settle CALLERS                                                opens so many connections and uses them; answers "settled"
 *   run CALLERS MILLISECONDS                                      after a fifth of that uncounted; answers, see print_sample()
 *
 * Ends with its input. Anything unexpected ends it, with a message and exit code 1.
 */
#include <mysql.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { MOST_CALLERS = 64, MOST_CITIES = 1024, MOST_LATENCIES = 1 << 17, SETTLE_MILLISECONDS = 200 };

static const char sql[] = "SELECT city_id FROM city WHERE city = ?";

struct city {
    int id;
    unsigned long length;
    char name[128];
};

struct caller {
    MYSQL *connection;
    MYSQL_STMT *statement;
    char name[128];
    unsigned long name_length;
    int id;
    int number;
    int64_t *latencies; /* the first MOST_LATENCIES of a run */
    int64_t calls, spent;
};

/* Time in ns. */
struct cpu { int64_t user, kernel; };

static struct { char host[256], user[256], password[256], schema[256]; unsigned port; } server;
static struct city cities[MOST_CITIES];
static int city_count;
static struct caller callers[MOST_CALLERS];
static int open_callers;
static pthread_barrier_t start_line;
static int64_t end_of_run;

static int64_t nanoseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

static int64_t nanoseconds_of(struct timeval time)
{
    return time.tv_sec * INT64_C(1000000000) + time.tv_usec * INT64_C(1000);
}

/* What all threads of the process have had so far. */
static struct cpu cpu_used(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (struct cpu){ nanoseconds_of(usage.ru_utime), nanoseconds_of(usage.ru_stime) };
}

static void fail(const char *what, const char *why)
{
    fprintf(stderr, "c-client: %s: %s\n", what, why);
    exit(1);
}

static void open_caller(struct caller *caller, int number)
{
    MYSQL_BIND parameter = {0}, result = {0};

    caller->number = number;
    caller->connection = mysql_init(NULL);
    mysql_options(caller->connection, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    if (!mysql_real_connect(caller->connection, server.host, server.user, server.password, server.schema, server.port, NULL, 0))
        fail("connect", mysql_error(caller->connection));

    caller->statement = mysql_stmt_init(caller->connection);
    if (mysql_stmt_prepare(caller->statement, sql, sizeof sql - 1))
        fail("prepare", mysql_stmt_error(caller->statement));

    parameter.buffer_type = MYSQL_TYPE_STRING;
    parameter.buffer = caller->name;
    parameter.length = &caller->name_length;
    result.buffer_type = MYSQL_TYPE_LONG;
    result.buffer = &caller->id;
    if (mysql_stmt_bind_param(caller->statement, &parameter) || mysql_stmt_bind_result(caller->statement, &result))
        fail("bind", mysql_stmt_error(caller->statement));

    caller->latencies = malloc(MOST_LATENCIES * sizeof *caller->latencies);
    if (!caller->latencies)
        fail("open", "out of memory");
}

static void ask(struct caller *caller, const struct city *city)
{
    memcpy(caller->name, city->name, city->length);
    caller->name_length = city->length;
    if (mysql_stmt_execute(caller->statement))
        fail("execute", mysql_stmt_error(caller->statement));
    if (mysql_stmt_fetch(caller->statement) || caller->id != city->id)
        fail("fetch", "not the one city that was asked for");
    if (mysql_stmt_fetch(caller->statement) != MYSQL_NO_DATA)
        fail("fetch", "more than one row, or no end of them");
}

static void *ask_until_the_end(void *argument)
{
    struct caller *caller = argument;
    int next = caller->number * 37 % city_count;
    int64_t before;

    pthread_barrier_wait(&start_line);
    caller->calls = caller->spent = 0;
    for (before = nanoseconds(); before < end_of_run;) {
        int64_t now;

        ask(caller, &cities[next]);
        next = next + 1 == city_count ? 0 : next + 1;
        now = nanoseconds();
        if (caller->calls < MOST_LATENCIES)
            caller->latencies[caller->calls] = now - before;
        caller->calls++;
        caller->spent += now - before;
        before = now;
    }
    return NULL;
}

static int by_size(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

static int64_t median_latency(int count)
{
    int64_t *all, kept = 0, median;
    int i;

    all = malloc((size_t)count * MOST_LATENCIES * sizeof *all);
    if (!all)
        fail("run", "out of memory");
    for (i = 0; i < count; i++) {
        int64_t mine = callers[i].calls < MOST_LATENCIES ? callers[i].calls : MOST_LATENCIES;
        memcpy(all + kept, callers[i].latencies, (size_t)mine * sizeof *all);
        kept += mine;
    }
    qsort(all, (size_t)kept, sizeof *all, by_size);
    median = kept ? all[kept / 2] : 0;
    free(all);
    return median;
}

/* calls, wall and CPU time of all of them, the kernel's part of the latter, median and mean of one, all times in ns. */
static void print_sample(int count, int64_t wall, struct cpu before, struct cpu after)
{
    int64_t calls = 0, spent = 0;
    int i;

    for (i = 0; i < count; i++) {
        calls += callers[i].calls;
        spent += callers[i].spent;
    }
    printf("%lld %lld %lld %lld %lld %lld\n", (long long)calls, (long long)wall,
        (long long)(after.user - before.user + after.kernel - before.kernel), (long long)(after.kernel - before.kernel),
        (long long)median_latency(count), (long long)(calls ? spent / calls : 0));
}

static void run(int count, int milliseconds, int is_shown)
{
    pthread_t threads[MOST_CALLERS];
    int64_t begin;
    struct cpu before, after;
    int i;

    for (; open_callers < count; open_callers++)
        open_caller(&callers[open_callers], open_callers);

    pthread_barrier_init(&start_line, NULL, (unsigned)count + 1);
    for (i = 0; i < count; i++)
        if (pthread_create(&threads[i], NULL, ask_until_the_end, &callers[i]))
            fail("run", "no thread");

    before = cpu_used();
    begin = nanoseconds();
    end_of_run = begin + milliseconds * INT64_C(1000000);
    pthread_barrier_wait(&start_line);
    for (i = 0; i < count; i++)
        pthread_join(threads[i], NULL);
    after = cpu_used();
    begin = nanoseconds() - begin;
    pthread_barrier_destroy(&start_line);
    if (is_shown)
        print_sample(count, begin, before, after);
}

static void read_server(void)
{
    char line[2048];

    if (!fgets(line, sizeof line, stdin)
        || sscanf(line, "%255[^\t]\t%u\t%255[^\t]\t%255[^\t]\t%255[^\t\n]", server.host, &server.port, server.user, server.password, server.schema) != 5)
        fail("input", "first line: host, port, user, password, schema");
}

static void read_cities(void)
{
    char line[256];

    for (; fgets(line, sizeof line, stdin) && line[0] != '\n'; city_count++) {
        struct city *city = &cities[city_count];
        if (city_count == MOST_CITIES || sscanf(line, "%d\t%127[^\n]", &city->id, city->name) != 2)
            fail("input", "cities: number and name, 1024 at most");
        city->length = strlen(city->name);
    }
    if (!city_count)
        fail("input", "there are no cities");
}

int main(void)
{
    char line[128];

    setvbuf(stdout, NULL, _IOLBF, 0);
    read_server();
    read_cities();
    mysql_library_init(0, NULL, NULL);
    while (fgets(line, sizeof line, stdin)) {
        int count, milliseconds;

        if (sscanf(line, "run %d %d", &count, &milliseconds) == 2 && count > 0 && count <= MOST_CALLERS) {
            run(count, milliseconds / 5, 0);
            run(count, milliseconds, 1);
        } else if (sscanf(line, "settle %d", &count) == 1 && count > 0 && count <= MOST_CALLERS) {
            run(count, SETTLE_MILLISECONDS, 0);
            puts("settled");
        } else {
            fail("input", line);
        }
    }
    return 0;
}
