#include "tests/ui/integrations/sampledata.h"
#include "ui/desktop/integrations/firstservices.h"
#include "ui/desktop/integrations/integrationspage.h"
#include "ui/theme/keywaystyle.h"
#include "ui/theme/theme.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QApplication>

#include <cstdio>
#include <functional>
#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

/// What is left of a window of this size beside sidebar, title and status bar.
struct Area {
    QString name;
    QSize size;
};

QWidget *pageWith(const engine::Overview &overview, const KeychainStatus &keychain)
{
    auto *page = new IntegrationsPage;
    page->setStatusPages({{u"openai"_s, QUrl(u"https://status.openai.com"_s)}});
    page->setOverview(overview, sample::now());
    page->setKeychain(keychain, false);
    page->firstServices()->setOffers({{u"ollama"_s, u"Ollama"_s, u"Local, no key needed"_s, true},
                                      {u"anthropic"_s, u"Anthropic"_s, u"Text"_s, false},
                                      {u"openai"_s, u"OpenAI"_s, u"Text and images"_s, false},
                                      {u"stability"_s, u"Stability AI"_s, u"Images"_s, false}});
    return page;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption out(u"out"_s, u"Folder for the pictures"_s, u"folder"_s, u"."_s);
    const QCommandLineOption family(u"font"_s, u"Font family, 13 px"_s, u"family"_s);
    const QCommandLineOption only(u"only"_s, u"Pictures whose name contains this"_s, u"text"_s);
    parser.addOptions({out, family, only});
    parser.addHelpOption();
    parser.process(app);
    if (parser.isSet(family) && QFontDatabase::families().contains(parser.value(family))) {
        QFont font(parser.value(family));
        font.setPixelSize(13);
        QApplication::setFont(font);
    }
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    KeywayStyle *style = KeywayStyle::install(app);
    const QDir folder(parser.value(out));
    folder.mkpath(u"."_s);

    const KeychainStatus ready{KeychainState::Ready, u"GNOME Keyring"_s, {}};
    const KeychainStatus locked{KeychainState::Locked, u"GNOME Keyring"_s, {}};
    const KeychainStatus none{KeychainState::Unavailable, {}, {}};
    struct State {
        QString name;
        std::function<QWidget *()> make;
    };
    const QList<State> states{
        {u"page"_s, [&] { return pageWith(sample::overview(), ready); }},
        {u"page-down"_s, [&] { return pageWith(sample::downOverview(), ready); }},
        {u"page-locked"_s, [&] { return pageWith(sample::lockedOverview(), locked); }},
        {u"page-no-keychain"_s, [&] { return pageWith(sample::overview(), none); }},
        {u"page-empty"_s, [&] { return pageWith(sample::emptyOverview(), ready); }},
        {u"page-wordy"_s, [&] { return pageWith(sample::wordyOverview(), ready); }},
    };
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        style->theme().setMode(mode);
        for (const Area &area : {Area{u"1280"_s, {1068, 738}}, Area{u"900"_s, {844, 578}}}) {
            for (const State &state : states) {
                const QString name = u"%1-%2-%3.png"_s.arg(
                    state.name, area.name, mode == Theme::Mode::Light ? u"light"_s : u"dark"_s);
                if (!name.contains(parser.value(only)))
                    continue;
                const std::unique_ptr<QWidget> widget(state.make());
                widget->resize(area.size);
                widget->show();
                for (int i = 0; i < 5; ++i)
                    QCoreApplication::processEvents();
                const bool saved = widget->grab().save(folder.filePath(name));
                std::printf("%s %s\n", saved ? "wrote" : "could not write", qPrintable(name));
            }
        }
    }
    return 0;
}
