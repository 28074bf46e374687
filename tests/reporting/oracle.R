# What R says of words and of codes that stand together. Run with R alone, no packages:  Rscript tests/reporting/oracle.R > tests/reporting/oracle.json
# Keyness: Dunning's G2 over the whole 2 x 2 table (four), and as Rayson and Garside write it, without the two cells of all other words (two).
set.seed(20261122)
rows <- character()
for (i in 1:40) {
  c <- sample(500:50000, 1); d <- sample(500:200000, 1)
  a <- rbinom(1, c, 10^runif(1, -3.5, -1.5)) + 1; b <- rbinom(1, d, 10^runif(1, -4, -1.5)) + 1
  o <- c(a, b); e <- c(c, d) * sum(o) / (c + d)
  two <- 2 * sum(o * log(o / e))
  four <- 2 * sum(matrix(c(a, b, c - a, d - b), 2) * log(matrix(c(a, b, c - a, d - b), 2) / outer(c(c, d), c(a + b, c + d - a - b) / (c + d))))
  rows <- c(rows, sprintf('{"a":%d,"b":%d,"c":%d,"d":%d,"two":%.12g,"four":%.12g,"ratio":%.12g}', a, b, c, d, two, four, log2((a / c) / (b / d))))
}
together <- character()
for (i in 1:20) {
  n <- sample(5:40, 1); x <- rbinom(n, 1, runif(1)); y <- rbinom(n, 1, runif(1))
  t <- table(factor(x, 0:1), factor(y, 0:1))
  jaccard <- if (sum(t) - t[1, 1] > 0) sprintf("%.12g", 1 - dist(rbind(x, y), method = "binary")) else "null"
  expected <- suppressWarnings(chisq.test(t, correct = FALSE)$expected)[2, 2]
  # neighbours, by walking through 20,000 random orders
  near <- function(p) { u <- x[p]; v <- y[p]; k <- length(u); sum((u[-k] == 1 & v[-1] == 1) | (v[-k] == 1 & u[-1] == 1)) }
  mean_near <- mean(replicate(20000, near(sample(n))))
  together <- c(together, sprintf('{"first":[%s],"second":[%s],"both":%d,"expected":%.12g,"c":%s,"neighbours":%d,"neighbours_by_chance":%.6g}', paste(x, collapse = ","), paste(y, collapse = ","), t[2, 2], expected, jaccard, near(1:n), mean_near))
}
cat("{\n", '"made_by": "', R.version.string, '",\n"keyness": [\n', paste(rows, collapse = ",\n"), '\n],\n"together": [\n', paste(together, collapse = ",\n"), "\n]\n}\n", sep = "")
