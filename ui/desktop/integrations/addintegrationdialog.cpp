#include "addintegrationdialog.h"

#include "ui/desktop/integrations/choosestep.h"
#include "ui/desktop/integrations/connectstep.h"
#include "ui/desktop/questiondialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/stepheader.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {

AddIntegrationDialog::AddIntegrationDialog(IntegrationsBackend *backend,
                                           const QSet<QString> &services, const QStringList &names,
                                           const QDate &today, QWidget *parent)
    : Dialog(parent)
    , m_backend(backend)
    , m_catalogue(backend->catalogue())
    , m_names(names)
    , m_today(today)
    , m_steps(new StepHeader({tr("Choose a service"), tr("Connect")}, this))
    , m_stack(new QStackedWidget)
    , m_choose(new ChooseStep(m_catalogue, services, m_stack))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add Integration"));
    setHeader(m_steps);
    m_stack->addWidget(m_choose);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->addWidget(m_stack);
    setContent(content);
    m_back = addButton(tr("Back"), ButtonKind::Secondary, Side::Left);
    m_back->setIcon(themeOf(this).icon(u"chevron-left"_s));
    m_untested = addButton(tr("Save without testing"));
    m_cancel = addButton(tr("Cancel"));
    m_next = addButton(tr("Continue"), ButtonKind::Primary);
    setDefaultButton(m_next);
    connect(m_choose, &ChooseStep::chosen, this, &AddIntegrationDialog::connectTo);
    connect(m_choose, &ChooseStep::currentChanged, this, &AddIntegrationDialog::adapt);
    connect(m_back, &QPushButton::clicked, this, &AddIntegrationDialog::goBack);
    connect(m_cancel, &QPushButton::clicked, this, &AddIntegrationDialog::reject);
    connect(m_next, &QPushButton::clicked, this, &AddIntegrationDialog::goOn);
    connect(m_untested, &QPushButton::clicked, this, [this] { save(false); });
    setMinimumSize(640, 480);
    resizeForText({840, 572});
    m_choose->setFocus();
    adapt();
    lookForLocal();
}

void AddIntegrationDialog::lookForLocal()
{
    for (const Service &service : m_catalogue.services()) {
        if (!service.local || service.needsKey || service.baseUrl.isEmpty())
            continue;
        const QString id = service.id;
        m_backend->tryKey({id, {}, {}}, Secret(), m_localSearch.token(), this,
                          [this, id](Result<KeyCheck> result) {
                              if (result)
                                  m_choose->grid()->setFound(id);
                          });
    }
}

QString AddIntegrationDialog::freeName(const QString &wanted) const
{
    QString name = wanted;
    for (int number = 2; m_names.contains(name, Qt::CaseInsensitive); ++number)
        name = tr("%1 %2", "a second integration of a service: OpenAI 2").arg(wanted).arg(number);
    return name;
}

void AddIntegrationDialog::connectTo(const QString &service)
{
    const Service *found = m_catalogue.service(service);
    if (!found)
        return;
    if (m_connect) {
        m_connect->stop();
        m_stack->removeWidget(m_connect);
        m_connect->deleteLater();
    }
    m_connect = new ConnectStep(*found, freeName(found->name), m_today, m_backend, m_stack);
    m_connect->setKeychain(m_keychain);
    m_stack->addWidget(m_connect);
    m_stack->setCurrentWidget(m_connect);
    m_steps->setCurrent(1);
    connect(m_connect, &ConnectStep::changed, this, &AddIntegrationDialog::adapt);
    connect(m_connect, &ConnectStep::chooseAnother, this, &AddIntegrationDialog::goBack);
    connect(m_connect, &ConnectStep::useFor, this, &AddIntegrationDialog::connectTo);
    connect(m_connect, &ConnectStep::urlRequested, this, &AddIntegrationDialog::urlRequested);
    const QSize before = size();
    resizeForText({860, 640});
    resize(size().expandedTo(before));
    m_connect->setFocus();
    adapt();
}

void AddIntegrationDialog::setKeychain(const KeychainStatus &status)
{
    m_keychain = status;
    if (m_connect)
        m_connect->setKeychain(status);
}

void AddIntegrationDialog::adapt()
{
    const bool second = m_connect && m_stack->currentWidget() == m_connect;
    m_back->setVisible(second);
    m_next->setText(second ? tr("Add Integration") : tr("Continue"));
    m_untested->setVisible(second && m_connect->offersUntested());
    m_untested->setEnabled(!m_saving);
    m_next->setEnabled(!m_saving
                       && (second ? m_connect->canAdd() : !m_choose->grid()->current().isEmpty()));
    setHint(second ? QString() : tr("Type to find, arrows to move, Enter to continue"));
}

void AddIntegrationDialog::goBack()
{
    if (!m_connect || m_stack->currentWidget() != m_connect)
        return;
    const auto back = [this] {
        m_connect->stop();
        m_stack->setCurrentWidget(m_choose);
        m_steps->setCurrent(0);
        m_choose->setFocus();
        m_stack->removeWidget(m_connect);
        m_connect->deleteLater();
        m_connect = nullptr;
        adapt();
    };
    if (m_connect->hasKey())
        askToThrowAway(back);
    else
        back();
}

void AddIntegrationDialog::goOn()
{
    if (!m_next->isEnabled())
        return;
    if (m_connect && m_stack->currentWidget() == m_connect)
        save(true);
    else
        connectTo(m_choose->grid()->current());
}

void AddIntegrationDialog::save(bool test)
{
    if (m_saving)
        return;
    m_saving = true;
    m_connect->stop();
    adapt();
    IntegrationsBackend::Wanted wanted = m_connect->wanted();
    wanted.test = test;
    m_backend->add(wanted, m_connect->secret(), this, [this](Result<Integration> result) {
        m_saving = false;
        if (!result) {
            if (m_connect)
                m_connect->showError(result.error());
            return adapt();
        }
        if (m_connect && m_connect->key())
            m_connect->key()->edit()->clear();
        Q_EMIT added(*result);
        accept();
    });
}

void AddIntegrationDialog::askToThrowAway(std::function<void()> then)
{
    auto *question = new QuestionDialog(tr("Throw away what you typed?"), this);
    question->addParagraph(tr("The key is not saved yet."));
    question->addAnswer(u"stay"_s, tr("Go on editing"));
    question->addAnswer(u"throw"_s, tr("Throw away"), ButtonKind::Danger);
    connect(question, &QuestionDialog::answered, this, [then = std::move(then)](const QString &id) {
        if (id == u"throw"_s)
            then();
    });
    question->open();
}

void AddIntegrationDialog::reject()
{
    const auto leave = [this] {
        m_localSearch.cancel();
        if (m_connect)
            m_connect->stop();
        Dialog::reject();
    };
    if (m_connect && m_connect->hasKey())
        askToThrowAway(leave);
    else
        leave();
}

void AddIntegrationDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left && event->modifiers() == Qt::AltModifier)
        goBack();
    else
        Dialog::keyPressEvent(event);
}

} // namespace keyway
