// Solves a graph file with the network simplex of LEMON; prints seconds of processor time for each run, and the total.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, int, std::int64_t>;

static std::vector<std::int32_t> read(std::FILE* file, std::size_t count) {
  std::vector<std::int32_t> numbers(count);
  if (std::fread(numbers.data(), 4, count, file) != count) std::exit(1);
  return numbers;
}

int main(int, char** args) {
  std::FILE* file = std::fopen(args[1], "rb");
  const int runs = std::atoi(args[2]);
  const auto sizes = read(file, 3);
  const int n = sizes[0], m = sizes[1], edges = sizes[2];
  const auto start = read(file, n + 1), place = read(file, edges), weight = read(file, edges), seats = read(file, m);
  const std::int64_t unplaced = 10000000;
  Graph graph;
  std::vector<Graph::Node> node;
  for (int i = 0; i < n + m + 1; ++i) node.push_back(graph.addNode());
  std::vector<Graph::Arc> arcs;
  Graph::ArcMap<int> capacity(graph);
  Graph::ArcMap<std::int64_t> cost(graph);
  const auto arc = [&](int from, int to, int room, std::int64_t price) {
    const auto added = graph.addArc(node[from], node[to]);
    capacity[added] = room;
    cost[added] = price;
    return added;
  };
  for (int s = 0; s < n; ++s)
    for (int e = start[s]; e < start[s + 1]; ++e) arcs.push_back(arc(s, n + place[e], 1, -weight[e]));
  for (int p = 0; p < m; ++p) arc(n + p, n + m, seats[p], 0);
  for (int s = 0; s < n; ++s) arc(s, n + m, 1, unplaced);
  Graph::NodeMap<int> supply(graph, 0);
  for (int s = 0; s < n; ++s) supply[node[s]] = 1;
  supply[node[n + m]] = -n;
  std::printf("{\"seconds\":[");
  std::int64_t total = 0;
  int placed = 0;
  for (int run = 0; run < runs; ++run) {
    Simplex simplex(graph);
    simplex.upperMap(capacity).costMap(cost).supplyMap(supply);
    const std::clock_t begin = std::clock();
    simplex.run();
    std::printf("%s%.6f", run ? "," : "", double(std::clock() - begin) / CLOCKS_PER_SEC);
    total = placed = 0;
    for (int e = 0; e < edges; ++e)
      if (simplex.flow(arcs[e])) total += weight[e], ++placed;
  }
  std::printf("],\"placed\":%d,\"total\":%lld}\n", placed, static_cast<long long>(total));
}
