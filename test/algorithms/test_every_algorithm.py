"""What holds for every algorithm of the provider."""

from landslide_toolbox.processing_provider.provider import algorithm_classes


def test_every_algorithm_explains_itself(provider):
    for algorithm in provider.algorithms():
        assert len(algorithm.shortHelpString()) > 100, algorithm.id()
        assert len(algorithm.tags()) > 1, algorithm.id()
        for definition in algorithm.parameterDefinitions():
            assert len(definition.help()) > 10, f"{algorithm.id()} {definition.name()}"


def test_files_are_named_after_their_algorithm():
    for algorithm in algorithm_classes():
        assert algorithm.__module__.endswith(f".{algorithm.NAME}")


def test_choices_are_words(provider):
    for algorithm in provider.algorithms():
        for definition in algorithm.parameterDefinitions():
            if definition.type() == "enum":
                assert definition.usesStaticStrings(), f"{algorithm.id()} {definition.name()}"
                assert all(word == word.lower() and " " not in word for word in definition.options())
