// How long the choice of a service takes, by the number of candidates.
//
//     build/release/benchmarks/bench_routing

#include "tests/routing/planfixture.h"

#include <benchmark/benchmark.h>

using namespace planfixture;

namespace {

RouteSnapshot many(qint64 count, Strategy strategy)
{
    RouteSnapshot snapshot = three();
    snapshot.strategy = strategy;
    snapshot.options.clear();
    for (int i = 0; i < count; ++i) {
        // No two alike, and none in its place.
        const int mixed = i * 7919 % 1009;
        Option one
            = option(u"Service %1"_s.arg(mixed), mixed, textPrice(1 + mixed, 5 + mixed % 50));
        one.facts->contextTokens = 200'000;
        one.facts->maxOutputTokens = 32'000;
        one.facts->quality = Quality{mixed % 100, u"a board"_s, QDate(2026, 10, 8)};
        one.health.speed = Speed{200 + mixed, 20'000 + mixed * 100LL, now()};
        one.health.answers = 9;
        one.health.outputTokens = 300 + mixed;
        snapshot.options.append(one);
    }
    return snapshot;
}

void planning(benchmark::State &state)
{
    const RouteSnapshot snapshot = many(state.range(0), Strategy(state.range(1)));
    for (auto _ : state)
        benchmark::DoNotOptimize(plan(snapshot));
    state.SetLabel(nameOf(snapshot.strategy).toStdString());
}

void storing(benchmark::State &state)
{
    const RoutePlan made = plan(many(state.range(0), Strategy::Balanced));
    for (auto _ : state)
        benchmark::DoNotOptimize(made.toJson());
}

BENCHMARK(planning)
    ->ArgsProduct({{5, 200},
                   {int(Strategy::MyOrder), int(Strategy::Cheapest), int(Strategy::Fastest),
                    int(Strategy::BestQuality), int(Strategy::Balanced)}})
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(storing)->Arg(5)->Arg(200)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
