using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Capabilities.TestFramework;
using Microsoft.Testing.Platform.Services;
using RocketComs.Pester.Tests;

ITestApplicationBuilder builder = await TestApplication.CreateBuilderAsync(args);
builder.CommandLine.AddProvider(() => new PesterOptions());
builder.RegisterTestFramework(_ => new TestFrameworkCapabilities(), (_, services) => new PesterFramework(services.GetCommandLineOptions()));
using ITestApplication application = await builder.BuildAsync();
return await application.RunAsync();
