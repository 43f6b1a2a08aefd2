// Actors and the ties between them on a day that a slider moves.
import "./vendor/d3-7.9.0.js";
import "./vendor/graphology-0.26.0.js";
import "./vendor/sigma-3.0.3.js";
import { twin } from "./twin.js";

const { d3, graphology, Sigma } = globalThis;
const COLOURS = {
  backs: "#2e7d32", allied_with: "#1f5fa8", opposes: "#b3261e", leads: "#7a3fa3",
  mediates: "#00838f", liaises_with: "#00838f",
};
const DAY = 86_400_000;
const slider = document.getElementById("day");
const shown = document.getElementById("shown");
const time = (text) => (text ? Date.parse(text) : null);

function laidOut(data) {
  const used = new Set(data.edges.flatMap((e) => [e.source, e.target]));
  const nodes = data.nodes.filter(([id]) => used.has(id)).map(([id, name]) => ({ id, name }));
  const links = data.edges.map((e) => ({ source: e.source, target: e.target }));
  d3.forceSimulation(nodes)
    .force("link", d3.forceLink(links).id((n) => n.id).distance(60))
    .force("charge", d3.forceManyBody().strength(-120))
    .force("x", d3.forceX()).force("y", d3.forceY())
    .stop().tick(200);
  return nodes;
}

function graphOf(data) {
  const graph = new graphology.MultiDirectedGraph();
  for (const node of laidOut(data)) {
    graph.addNode(node.id, { label: node.name, x: node.x, y: -node.y, size: 6, color: "#5d6b7a" });
  }
  for (const edge of data.edges) {
    graph.addDirectedEdgeWithKey(edge.id, edge.source, edge.target, {
      label: edge.type.replaceAll("_", " "), size: 2, type: "arrow", tie: edge,
      color: COLOURS[edge.type] ?? "#999999",
    });
  }
  return graph;
}

function holds(edge, on) {
  const began = time(edge.began), ended = time(edge.ended);
  return (began === null || began <= on) && (ended === null || ended >= on);
}

function show(edge, graph) {
  const box = document.getElementById("picked");
  const link = document.createElement("a");
  link.href = `/at/${encodeURIComponent(edge.evidence)}`;
  const name = (id) => graph.getNodeAttribute(id, "label");
  link.textContent = `${name(edge.source)} ${edge.type.replaceAll("_", " ")} ${name(edge.target)}: evidence`;
  box.replaceChildren(link);
}

const data = await twin();
const box = document.getElementById("drawing");
if (!data.edges.length) {
  box.textContent = "No ties. Clear the filters, or add documents.";
} else {
  const graph = graphOf(data);
  const days = data.edges.flatMap((e) => [time(e.began), time(e.ended)]).filter((t) => t !== null);
  slider.min = Math.min(...days) / DAY;
  slider.max = Math.max(...days) / DAY;
  slider.value = slider.max;
  const sigma = new Sigma(graph, box, { enableEdgeEvents: true, renderEdgeLabels: true });
  const move = () => {
    const on = Number(slider.value) * DAY;
    shown.textContent = new Date(on).toISOString().slice(0, 10);
    graph.forEachEdge((key, { tie }) => graph.setEdgeAttribute(key, "hidden", !holds(tie, on)));
  };
  slider.addEventListener("input", move);
  move();
  sigma.on("clickEdge", ({ edge }) => show(graph.getEdgeAttribute(edge, "tie"), graph));
  sigma.on("clickNode", ({ node }) => location.assign(`/actors/${encodeURIComponent(node)}`));
}
