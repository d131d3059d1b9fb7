#include "connectstep.h"

#include "core/catalogue/azureaddress.h"
#include "ui/desktop/integrations/connectaside.h"
#include "ui/desktop/integrations/connectionfields.h"
#include "ui/desktop/integrations/limitrow.h"
#include "ui/desktop/integrations/servicegrid.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/resultline.h"
#include "ui/widgets/tiles.h"
#include "ui/words/connecting.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int LabelWidth = 100;
/// Below this the two columns become one.
constexpr int TwoColumns = 700;

TextLabel *label(const QString &text, QWidget *parent)
{
    auto *words = new TextLabel(text, TextStyle::Body, Token::TextSecondary, parent);
    words->setMinimumWidth(std::max(LabelWidth, words->sizeHint().width()));
    return words;
}

QGridLayout *formGrid()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

ConnectStep::ConnectStep(const Service &service, const QString &name, const QDate &today,
                         IntegrationsBackend *backend, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_today(today)
    , m_backend(backend)
    , m_columns(new QHBoxLayout(this))
{
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(24);
    m_columns->addWidget(makeForm(), 1);
    m_aside = new ConnectAside(service, this);
    m_aside->setFixedWidth(forText(268));
    m_columns->addWidget(m_aside);
    m_name->setText(name);
    m_checker = new KeyChecker(
        backend, [this] { return secret(); }, this);
    m_checker->setService(service);
    connectParts();
    fillModels();
    targetChanged();
    // Where something has to be entered: the address, else the key.
    setFocusProxy(asksForAddress()    ? static_cast<QWidget *>(m_baseUrl)
                      : service.local ? static_cast<QWidget *>(m_name)
                                      : m_key);
}

QWidget *ConnectStep::makeForm()
{
    auto *form = new QWidget(this);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(makeTitle(form));
    auto *grid = formGrid();
    m_name = new QLineEdit(form);
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(80);
    int row = 0;
    grid->addWidget(label(tr("Name"), form), row, 0);
    grid->addWidget(m_name, row++, 1);
    if (asksForAddress())
        row = makeAddressRows(grid, row, form);
    if (!m_service.local)
        row = makeKeyRows(grid, row, form);
    m_result = new ResultLine(form);
    grid->addWidget(m_result, row++, 1);
    m_model = new QComboBox(form);
    m_model->setAccessibleName(words::modelLabel(m_service));
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    grid->addWidget(label(words::modelLabel(m_service), form), row, 0);
    grid->addWidget(m_model, row++, 1);
    m_limit = new LimitRow(m_today, form);
    grid->addWidget(label(tr("Monthly limit"), form), row, 0);
    grid->addWidget(m_limit, row++, 1);
    auto *hint
        = new TextLabel(tr("Keyway warns you at 80% and counts the platform fee separately."),
                        TextStyle::Small, Token::TextMuted, form);
    hint->setWordWrap(true);
    grid->addWidget(hint, row, 1);
    column->addLayout(grid);
    column->addSpacing(4);
    column->addWidget(new Divider(Qt::Horizontal, form));
    m_advanced = new Disclosure(tr("Advanced"), form);
    m_advanced->setContent(makeAdvanced(m_advanced));
    column->addWidget(m_advanced);
    column->addStretch(1);
    return form;
}

QWidget *ConnectStep::makeTitle(QWidget *parent)
{
    auto *title = new QWidget(parent);
    auto *row = new QHBoxLayout(title);
    row->setContentsMargins(0, 0, 3, 6);
    row->setSpacing(12);
    auto *tile = new ProviderTile(m_service.id, 44, title);
    tile->setService(m_service.id, m_service.name);
    row->addWidget(tile);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(
        new ElidedLabel(m_service.name, TextStyle::Heading, Token::TextPrimary, title));
    const QString host = m_service.baseUrl.host();
    names->addWidget(
        new ElidedLabel(host.isEmpty() ? kindsOf(m_service) : kindsOf(m_service) + u" · "_s + host,
                        TextStyle::Small, Token::TextMuted, title));
    row->addLayout(names, 1);
    auto *another = new QPushButton(tr("Choose another"), title);
    setKind(another, ButtonKind::Link);
    another->setAutoDefault(false);
    another->setFocusPolicy(Qt::ClickFocus); // Back does the same and is a tab stop
    row->addWidget(another);
    connect(another, &QPushButton::clicked, this, &ConnectStep::chooseAnother);
    return title;
}

int ConnectStep::makeAddressRows(QGridLayout *grid, int row, QWidget *parent)
{
    const QString name = words::addressLabel(m_service);
    const QString note = words::addressNote(m_service);
    m_baseUrl = new QLineEdit(m_service.baseUrl.toString(), parent);
    m_baseUrl->setAccessibleName(name);
    m_baseUrl->setAccessibleDescription(note);
    m_baseUrl->setPlaceholderText(words::addressExample(m_service));
    grid->addWidget(label(name, parent), row, 0);
    grid->addWidget(m_baseUrl, row++, 1);
    if (!note.isEmpty()) {
        auto *hint = new TextLabel(note, TextStyle::Small, Token::TextMuted, parent);
        hint->setWordWrap(true);
        grid->addWidget(hint, row++, 1);
    }
    m_urlProblem = new TextLabel({}, TextStyle::Small, Token::DangerText, parent);
    m_urlProblem->setWordWrap(true);
    m_urlProblem->hide();
    grid->addWidget(m_urlProblem, row++, 1);
    return row;
}

int ConnectStep::makeKeyRows(QGridLayout *grid, int row, QWidget *parent)
{
    m_key = new KeyField(KeyEdit::Kind::Key, tr("API key of %1").arg(m_service.name), parent);
    m_key->edit()->setPrefix(m_service.keyPrefixes.value(0));
    grid->addWidget(label(tr("API key"), parent), row, 0);
    grid->addWidget(m_key, row++, 1);
    if (!m_service.needsKey) {
        auto *hint = new TextLabel(tr("Only if the server asks for one."), TextStyle::Small,
                                   Token::TextMuted, parent);
        hint->setWordWrap(true);
        grid->addWidget(hint, row++, 1);
    }
    m_clearClipboard = new QPushButton(tr("Clear the clipboard"), parent);
    setKind(m_clearClipboard, ButtonKind::Link);
    m_clearClipboard->setAutoDefault(false);
    m_clearClipboard->hide();
    grid->addWidget(m_clearClipboard, row++, 1, Qt::AlignLeft);
    return row;
}

QWidget *ConnectStep::makeAdvanced(QWidget *parent)
{
    auto *advanced = new QWidget(parent);
    auto *grid = formGrid();
    advanced->setLayout(grid);
    grid->setContentsMargins(0, 0, 0, 3); // for the ring of the last one
    int place = 0;
    if (!asksForAddress())
        place = makeAddressRows(grid, place, advanced);
    if (m_service.local)
        place = makeKeyRows(grid, place, advanced);
    m_wait = new QSpinBox(advanced);
    m_wait->setRange(5, 600);
    m_wait->setValue(120);
    m_wait->setSuffix(tr(" s", "seconds"));
    m_wait->setAccessibleName(tr("Wait at most, for the first word"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_wait);
    row->addWidget(
        new TextLabel(tr("for the first word"), TextStyle::Body, Token::TextSecondary, advanced));
    row->addStretch(1);
    m_automatic = new QCheckBox(tr("Use in automatic routing"), advanced);
    m_automatic->setChecked(true);
    grid->addWidget(label(tr("Wait at most"), advanced), place, 0);
    grid->addLayout(row, place++, 1);
    grid->addWidget(m_automatic, place++, 1);
    m_connection = new ConnectionFields({}, advanced);
    grid->addWidget(m_connection, place, 0, 1, 2);
    return advanced;
}

void ConnectStep::connectParts()
{
    connect(m_name, &QLineEdit::textChanged, this, &ConnectStep::changed);
    connect(m_limit, &LimitRow::changed, this, &ConnectStep::changed);
    connect(m_baseUrl, &QLineEdit::textChanged, this, &ConnectStep::targetChanged);
    connect(m_connection, &ConnectionFields::changed, this, &ConnectStep::targetChanged);
    connect(m_baseUrl, &QLineEdit::editingFinished, this, &ConnectStep::tidyAddress);
    connect(m_aside, &ConnectAside::urlRequested, this, &ConnectStep::urlRequested);
    connect(m_checker, &KeyChecker::stateChanged, this, &ConnectStep::showCheck);
    connect(m_model, &QComboBox::currentTextChanged, this, [this](const QString &model) {
        m_aside->setModel(m_model->isEnabled() || m_service.local ? model : m_service.defaultModel,
                          QDateTime::currentDateTimeUtc().date());
        Q_EMIT changed();
    });
    connect(m_model, &QComboBox::textActivated, this, [this] { m_modelChosen = true; });
    connect(m_key, &KeyField::changed, this, [this] {
        if (hasTarget())
            m_checker->touch();
        else
            Q_EMIT changed();
    });
    connect(m_key, &KeyField::pasted, m_clearClipboard, &QWidget::show);
    connect(m_clearClipboard, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->clear();
        m_clearClipboard->hide();
        m_key->setFocus(Qt::OtherFocusReason);
    });
}

QString ConnectStep::address() const
{
    const QString text = m_baseUrl->text().trimmed();
    if (words::namesModelsByDeployment(m_service)) {
        if (const auto azure = azureAddress(text))
            return azure->baseUrl;
    }
    return text;
}

/// Leaves what is used in the field, not what was pasted.
void ConnectStep::tidyAddress()
{
    if (const QString tidy = address(); tidy != m_baseUrl->text())
        m_baseUrl->setText(tidy);
}

void ConnectStep::targetChanged()
{
    const QString text = address();
    const auto url = checkedBaseUrl(text);
    const bool empty = text.isEmpty();
    const bool bad = !url && !(empty && asksForAddress());
    setErrorState(m_baseUrl, bad);
    m_urlProblem->setVisible(bad);
    if (bad)
        m_urlProblem->setText(words::errorWords(url.error(), facts()).sentence());
    const auto azure = azureAddress(m_baseUrl->text());
    if (words::namesModelsByDeployment(m_service) && azure && !azure->deployment.isEmpty())
        m_model->setEditText(azure->deployment);
    m_aside->setHost(url ? url.value().host() : QString());
    m_checker->setTrial(
        {m_service.id, url ? url.value().toString() : QString(), {}, m_connection->policy()});
    if (hasTarget())
        m_checker->touch();
    else
        m_checker->stop();
    Q_EMIT changed();
}

} // namespace keyway
