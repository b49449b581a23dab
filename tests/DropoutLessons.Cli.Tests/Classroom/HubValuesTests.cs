using YamlDotNet.Serialization;

namespace DropoutLessons.Cli.Tests.Classroom;

/// <summary>Holds the values for the chart to the keys the chart knows, to the image, and to the page.</summary>
public sealed class HubValuesTests
{
    // Of the schema of the chart of Zero to JupyterHub, 4.4: a key that is not in it makes helm refuse the file.
    private static readonly string[] s_keys =
    [
        "hub.concurrentSpawnLimit",
        "singleuser.image.name", "singleuser.image.tag", "singleuser.image.pullPolicy", "singleuser.cmd", "singleuser.defaultUrl", "singleuser.startTimeout",
        "singleuser.memory.guarantee", "singleuser.memory.limit", "singleuser.cpu.guarantee", "singleuser.cpu.limit",
        "singleuser.extraEnv.CSHARP_KERNEL_MEMORY_MB", "singleuser.extraEnv.DOTNET_CLI_TELEMETRY_OPTOUT",
        "singleuser.storage.type", "singleuser.storage.capacity", "singleuser.storage.homeMountPath",
        "singleuser.networkPolicy.enabled", "singleuser.networkPolicy.egress",
        "singleuser.networkPolicy.egressAllowRules.cloudMetadataServer", "singleuser.networkPolicy.egressAllowRules.dnsPortsCloudMetadataServer",
        "singleuser.networkPolicy.egressAllowRules.dnsPortsKubeSystemNamespace", "singleuser.networkPolicy.egressAllowRules.dnsPortsPrivateIPs",
        "singleuser.networkPolicy.egressAllowRules.nonPrivateIPs", "singleuser.networkPolicy.egressAllowRules.privateIPs",
        "singleuser.cloudMetadata.blockWithIptables", "prePuller.hook.enabled", "prePuller.continuous.enabled",
        "scheduling.userScheduler.enabled", "scheduling.podPriority.enabled", "scheduling.userPlaceholder.enabled", "scheduling.userPlaceholder.replicas",
        "cull.enabled", "cull.timeout", "cull.every", "cull.maxAge",
    ];

    private static readonly Dictionary<string, object?> s_values = Read();

    [Fact]
    public void The_chart_knows_every_key() =>
        Assert.Equal(s_keys.Order(StringComparer.Ordinal), s_values.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void A_learners_server_reaches_nothing_outside()
    {
        Assert.Equal("true", s_values["singleuser.networkPolicy.enabled"]);
        Assert.Empty((IEnumerable<object>)s_values["singleuser.networkPolicy.egress"]!);
        Assert.All(s_values.Where(value => value.Key.Contains("egressAllowRules", StringComparison.Ordinal)), rule =>
            Assert.Equal(rule.Key.EndsWith("dnsPortsKubeSystemNamespace", StringComparison.Ordinal) ? "true" : "false", rule.Value));
    }

    [Fact]
    public void The_server_starts_as_the_image_starts_it()
    {
        var command = (IEnumerable<object>)s_values["singleuser.cmd"]!;

        Assert.Contains($"CMD [{string.Join(", ", command.Select(word => $"\"{word}\""))}]", File.ReadAllText(TestFiles.At("src", "classroom", "jupyterhub", "Dockerfile")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_says_what_a_learner_gets()
    {
        string page = File.ReadAllText(TestFiles.At("src", "classroom", "jupyterhub", "README.md"));

        Assert.Contains($"| memory | {s_values["singleuser.memory.guarantee"]} | {s_values["singleuser.memory.limit"]} |", page, StringComparison.Ordinal);
        Assert.Contains($"| processors | {s_values["singleuser.cpu.guarantee"]} | {s_values["singleuser.cpu.limit"]} |", page, StringComparison.Ordinal);
        Assert.Contains($"| disk | {s_values["singleuser.storage.capacity"]} | {s_values["singleuser.storage.capacity"]} |", page, StringComparison.Ordinal);
        Assert.Contains($"{s_values["singleuser.extraEnv.CSHARP_KERNEL_MEMORY_MB"]} MB", page, StringComparison.Ordinal);
    }

    private static Dictionary<string, object?> Read()
    {
        var found = new Dictionary<string, object?>();
        void Walk(string path, object? node)
        {
            if (node is IDictionary<object, object> { Count: > 0 } map)
                foreach (var (key, value) in map)
                    Walk(path.Length == 0 ? $"{key}" : $"{path}.{key}", value);
            else
                found[path] = node;
        }
        Walk("", new DeserializerBuilder().Build().Deserialize<object>(File.ReadAllText(TestFiles.At("src", "classroom", "jupyterhub", "values.yaml"))));
        return found;
    }
}
