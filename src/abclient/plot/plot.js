(() => {
  "use strict";
  const figures = JSON.parse(document.getElementById("figures").textContent);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const show = () => {
    const { data, layout } = figures[dark.matches ? "dark" : "light"];
    return Plotly.react("plot", data, layout, { responsive: true, displayModeBar: false });
  };
  dark.addEventListener("change", show);
  show().then(() => { document.body.dataset.ready = "true"; });
})();
